import { expect, test } from 'vitest';
import { posterText } from '../../../domain/announcements/poster-text.ts';

const short = { title: 'พ่นหมอกควัน', places: 'สำหรับ หมู่ 4', text: 'เก้าโมง\n\nปิดอาหารให้มิดชิด' };
const places = Array.from({ length: 99 }, (_, nth) => `หมู่ ${nth + 1} บ้านหนองสะโน`).join(', ');

test('a short one stands whole, in large letters', () => {
  expect(posterText(short)).toEqual({
    places: 'สำหรับ หมู่ 4',
    paragraphs: ['เก้าโมง', 'ปิดอาหารให้มิดชิด'],
    isLarge: true,
    isCut: false,
  });
});

test('a longer one stands whole in smaller letters, and the longest is cut with a sign of it', () => {
  const longer = posterText({ ...short, text: 'ก'.repeat(600) });
  expect(longer).toMatchObject({ paragraphs: ['ก'.repeat(600)], isLarge: false, isCut: false });
  const longest = posterText({ ...short, text: `${'ก'.repeat(300)}\n${'ข'.repeat(2000)}` });
  expect(longest).toMatchObject({ isLarge: false, isCut: true });
  expect(longest.paragraphs[0]).toBe('ก'.repeat(300));
  expect(longest.paragraphs[1]).toMatch(/^ข+…$/);
});

test('a long title, or many places, leave less room to the text, and places themselves have an end', () => {
  const lengthOf = (more: Partial<typeof short>): number =>
    posterText({ ...short, text: 'ก'.repeat(3000), ...more }).paragraphs.join('').length;
  expect(lengthOf({ title: 'ก'.repeat(120) })).toBeLessThan(lengthOf({}));
  expect(lengthOf({ places: places.slice(0, 200) })).toBeLessThan(lengthOf({}));
  const many = posterText({ ...short, places });
  expect(many).toMatchObject({ isCut: true, isLarge: false });
  expect(many.places.length).toBeLessThan(places.length);
  expect(many.paragraphs).toEqual(['เก้าโมง', 'ปิดอาหารให้มิดชิด']);
});
