import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusters, graphemes, shorten, shortenUnits } from '../../../domain/words/graphemes.ts';

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('น้ำ', 'ที่', 'ไฟ', '👨‍👩‍👧', '🙏🏽', 'a', ' ', 'กี่', 'ฟ้', '\n') }),
);

describe('grapheme clusters', () => {
  test('are what a reader counts', () => {
    expect(graphemes('ที่นี่')).toBe(2);
    expect(graphemes('👨‍👩‍👧🙏🏽')).toBe(2);
    expect(graphemes('')).toBe(0);
  });

  test('are those of Unicode, for ordinary Thai and ASCII as for anything else', () => {
    const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' });
    const [ascii, thai] = [fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0xe00, max: 0xe5f })];
    const unit = fc.oneof(ascii, thai, thai).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), texts), (text) => {
        expect(clusters(text)).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment));
      }),
      { numRuns: 2000 },
    );
  });

  test('a text that fits is left as it is; a longer one ends with an ellipsis', () => {
    expect(shorten('ไฟดับ', 5)).toBe('ไฟดับ');
    expect(shorten('ที่นี่ไฟดับ', 4)).toBe('ที่นี่ไ…');
    expect(shorten('ก ขคง', 3)).toBe('ก…');
    expect(shortenUnits('👨‍👩‍👧👨‍👩‍👧', 9)).toBe('👨‍👩‍👧…');
    expect(shortenUnits('👨‍👩‍👧👨‍👩‍👧', 5)).toBe('…');
    expect(shorten('กขค', 0)).toBe('');
  });

  test('a shortened text is short enough and tears no cluster', () => {
    fc.assert(
      fc.property(texts, fc.nat(30), (text, max) => {
        for (const [cut, size] of [
          [shorten(text, max), graphemes],
          [shortenUnits(text, max), (words: string) => words.length],
        ] as const) {
          expect(size(cut)).toBeLessThanOrEqual(max);
          if (size(text) <= max) expect(cut).toBe(text);
          const kept = clusters(cut.replace(/…$/u, ''));
          expect(clusters(text).slice(0, kept.length)).toEqual(kept);
        }
      }),
    );
  });
});
