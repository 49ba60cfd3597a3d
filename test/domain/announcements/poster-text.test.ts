import { expect, test } from 'vitest';
import { posterText } from '../../../domain/announcements/poster-text.ts';

test('a text stands whole on the poster where it fits, and is cut where it does not', () => {
  expect(posterText('หนึ่ง\n\nสอง\n')).toEqual({ paragraphs: ['หนึ่ง', 'สอง'], isCut: false });
  const lines = Array.from({ length: 15 }, (_, n) => `ข้อ ${n}`);
  expect(posterText(lines.join('\n'))).toEqual({ paragraphs: lines.slice(0, 14), isCut: true });
  const long = posterText(`ก\n${'ข'.repeat(3000)}`);
  expect(long.isCut).toBe(true);
  expect(long.paragraphs[1]).toBe(`${'ข'.repeat(13 * 60 - 1)}…`);
});
