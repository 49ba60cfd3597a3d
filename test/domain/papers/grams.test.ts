import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gramFilter, probablyHas } from '../../../domain/papers/grams.ts';
import { foldedLetters, mendedThai } from '../../../domain/words/folded.ts';

const text = 'ผู้ใดทิ้งสิ่งปฏิกูลหรือมูลฝอยในที่สาธารณะ ต้องระวางโทษปรับไม่เกินสองพันบาท';

test.each(['มูลฝอย', 'สิ่งปฏิกูล', 'ที่สาธารณะ', 'โทษปรับ'])('%s stands in the text', (word) => {
  expect(probablyHas(gramFilter(text), foldedLetters(word))).toBe(true);
});

test.each(['ประปา', 'ก่อสร้าง', 'สุนัข', 'ขยะ', 'ที่', ''])('%s does not, or is too short to say', (word) => {
  expect(probablyHas(gramFilter(text), foldedLetters(word))).toBe(false);
});

test('what a PDF loses or draws by letters of its own changes nothing', () => {
  const damaged = [
    text.replaceAll(/[\u0e48-\u0e4b]/g, '\u0000'),
    text.replaceAll('\u0e48', '\uf705').replaceAll('\u0e49', '\uf706'),
    text.replaceAll(/(?=[\u0e48\u0e49])/g, ' '),
    text.replaceAll('\u0e33', '\u0e4d\u0e32'),
  ];
  for (const one of damaged) {
    const filter = gramFilter(mendedThai(one));
    for (const word of ['สิ่งปฏิกูล', 'ทิ้ง', 'ไม่เกิน']) {
      expect(probablyHas(filter, foldedLetters(word)), `${word}: ${one}`).toBe(true);
    }
  }
});

test('whatever stands in a text is found in it, and no filter is larger than 16 KiB', () => {
  const words = fc.string({ unit: fc.constantFrom(...'กขคงดตนมยรลวสอาิีุูเแ่้'), minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 200 }), fc.nat(), (all, nth) => {
      const filter = gramFilter(all.join(' '));
      expect(filter.length).toBeLessThanOrEqual(16 * 1024);
      const word = foldedLetters(all[nth % all.length] ?? '');
      if (word.length >= 3) expect(probablyHas(filter, word)).toBe(true);
    }),
  );
});
