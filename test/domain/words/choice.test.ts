import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { khoen } from '../../../domain/agency/khoen.ts';
import { matchChoice } from '../../../domain/words/choice.ts';
import { thaiDigits } from '../../../domain/words/digits.ts';
import { clusters, graphemes } from '../../../domain/words/graphemes.ts';

const agency = khoen('');
const labelsOf = (things: readonly { label: string }[]) => things.map(({ label }) => label);
const categories = labelsOf(agency.categories);
const places = [...labelsOf(agency.places), 'ส่งตำแหน่ง', 'ข้าม'];
const kinds = ['แจ้งปัญหา/แจ้งซ่อม', 'สอบถาม', 'แจ้งทุจริต (ลับ)', 'ลบทิ้ง'];
const scale = ['มากที่สุด', 'มาก', 'ปานกลาง', 'น้อย', 'น้อยที่สุด'];
const numberedScale = ['5 มากที่สุด', '4 มาก', '3 ปานกลาง', '2 น้อย', '1 น้อยที่สุด'];
const solved = ['เรียบร้อยแล้ว', 'ยังไม่เรียบร้อย'];
const review = ['ยืนยันส่ง', 'แก้ไข', 'ยกเลิก'];
const ages = ['ต่ำกว่า 20 ปี', '20–39 ปี', '40–59 ปี', '60 ปีขึ้นไป'];
const offices = labelsOf(agency.tipOffices);
const tipKinds = labelsOf(agency.tipKinds);
const services = labelsOf(agency.services);
const lists = [categories, kinds, scale, solved, review, ages, offices, tipKinds, services, places];

const meant = (text: string, labels: readonly string[]) => {
  const index = matchChoice(text, labels);
  return index === undefined ? undefined : labels[index];
};

describe('a typed choice', () => {
  test.each([
    ['1', kinds, 'แจ้งปัญหา/แจ้งซ่อม'],
    ['๑', kinds, 'แจ้งปัญหา/แจ้งซ่อม'],
    ['1️⃣', kinds, 'แจ้งปัญหา/แจ้งซ่อม'],
    ['(1)', kinds, 'แจ้งปัญหา/แจ้งซ่อม'],
    ['ข้อ 2 ค่ะ', kinds, 'สอบถาม'],
    ['ข้อสอง', kinds, 'สอบถาม'],
    ['2. สอบถาม', kinds, 'สอบถาม'],
    ['เอาข้อ 3 ครับ', kinds, 'แจ้งทุจริต (ลับ)'],
    ['แจ้งซ่อม', kinds, 'แจ้งปัญหา/แจ้งซ่อม'],
    ['แจ้งปันหา', kinds, 'แจ้งปัญหา/แจ้งซ่อม'],
    ['ขอสอบถามหน่อยค่ะ', kinds, 'สอบถาม'],
    ['แจ้งทุจริด', kinds, 'แจ้งทุจริต (ลับ)'],
    ['มากกกก', scale, 'มาก'],
    ['มากที่สุดจ้า', scale, 'มากที่สุด'],
    ['น้อยสุด', scale, 'น้อยที่สุด'],
    ['4 มาก', numberedScale, '4 มาก'],
    ['5', numberedScale, '5 มากที่สุด'],
    ['มาก', numberedScale, '4 มาก'],
    ['เรียบร้อยค่ะ', solved, 'เรียบร้อยแล้ว'],
    ['ไม่เรียบร้อย', solved, 'ยังไม่เรียบร้อย'],
    ['ยืนยัน', review, 'ยืนยันส่ง'],
    ['ยกเลิ้ก', review, 'ยกเลิก'],
    ['ม.4', places, 'หมู่ 4'],
    ['หมู่ที่ ๑๐', places, 'หมู่ 10'],
    ['หมู่สี่', places, 'หมู่ 4'],
    ['11', places, 'ส่งตำแหน่ง'],
    ['20-39', ages, '20–39 ปี'],
    ['ไฟฟ้า', categories, 'ไฟฟ้าสาธารณะ'],
    ['น้ำท่วม', categories, 'น้ำท่วม/ท่อระบายน้ำ'],
    ['อื่นๆ', categories, 'อื่น ๆ'],
  ])('%j is understood', (text, labels, label) => {
    expect(meant(text, labels)).toBe(label);
  });

  test.each([
    ['', kinds],
    ['😡', kinds],
    ['แจ้ง', kinds],
    ['0', kinds],
    ['5', kinds],
    ['99', kinds],
    ['1 2', kinds],
    ['2. ลบทิ้ง', kinds],
    ['ไม่มาก', scale],
    ['5 มาก', scale],
    ['ไม่ยืนยันส่ง', review],
    ['ไม่ยกเลิก', review],
    ['หมู่ 12', places],
    ['น้ำ', categories],
    ['ขยะหน้าบ้านไม่มีใครมาเก็บเลย', categories],
    ['สอบถามแล้วแต่ไม่มีใครตอบ ถนนพังมาก', kinds],
  ])('%j is not guessed', (text, labels) => {
    expect(meant(text, labels)).toBeUndefined();
  });

  test('a place list that is not in order goes by the number in the label', () => {
    const some = ['หมู่ 1', 'หมู่ 3', 'หมู่ 4', 'ข้าม'];
    expect(meant('3', some)).toBe('หมู่ 3');
    expect(meant('2', some)).toBeUndefined();
    expect(meant('4', some)).toBe('หมู่ 4');
  });

  const choices = fc
    .constantFrom(...lists)
    .chain((labels) => fc.record({ labels: fc.constant(labels), index: fc.nat(labels.length - 1) }));

  test('every label means itself, with particles, spaces, other case and zero-width characters', () => {
    const dressed = fc.record({
      before: fc.constantFrom('', ' ', '\u200b', 'เอา', 'ขอ '),
      after: fc.constantFrom('', ' ', 'ค่ะ', 'ครับ', ' คับ', 'จ้า', 'ค่ะ 🙏', '.', ' นะคะ', '\u200d'),
    });
    fc.assert(
      fc.property(choices, dressed, ({ labels, index }, { before, after }) => {
        expect(matchChoice(`${before}${labels[index]}${after}`, labels)).toBe(index);
      }),
    );
  });

  test('every position can be typed, in Thai or Arabic digits', () => {
    fc.assert(
      fc.property(choices, fc.boolean(), ({ labels, index }, thai) => {
        const number = String(index + 1);
        expect(matchChoice(thai ? thaiDigits(number) : number, labels)).toBe(index);
      }),
    );
  });

  test('one slip in a longer label never means another', () => {
    const slip = fc.record({
      at: fc.nat(40),
      kind: fc.constantFrom('drop', 'double', 'swap', 'replace'),
      letter: fc.constantFrom(...'กขคงจชดตนบปพมรลวสหอ'),
    });
    fc.assert(
      fc.property(choices, slip, ({ labels, index }, { at, kind, letter }) => {
        const label = clusters(labels[index] ?? '');
        const where = at % label.length;
        const here = label[where] ?? '';
        const next = label[where + 1] ?? '';
        const slipped = {
          drop: label.toSpliced(where, 1),
          double: label.toSpliced(where, 0, here),
          swap: label.toSpliced(where, 2, next, here),
          replace: label.toSpliced(where, 1, letter),
        }[kind];
        fc.pre(graphemes(slipped.join('')) >= 7 && !/\d/.test(here + next));
        expect([undefined, index]).toContain(matchChoice(slipped.join(''), labels));
      }),
      { numRuns: 500 },
    );
  });

  test('a long message is no choice, whatever label stands in it', () => {
    const pieces: string[] = [
      'ไฟหน้าบ้าน',
      'ดับมา',
      'สามวัน',
      'แล้ว',
      'ไม่มีใคร',
      'มาดู',
      'เลย',
      'ถนน',
      'พัง',
      'น้ำ',
      'ท่วม',
    ];
    const talk = fc.array(fc.constantFrom(...pieces), { minLength: 6, maxLength: 20 });
    fc.assert(
      fc.property(choices, talk, fc.nat(6), ({ labels, index }, words, at) => {
        expect(matchChoice(words.toSpliced(at, 0, labels[index] ?? '').join(''), labels)).toBeUndefined();
      }),
    );
  });

  test('anything at all gives an index of the list or nothing', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 30 }));
    fc.assert(
      fc.property(anything, fc.array(fc.string(), { maxLength: 13 }), (text, labels) => {
        const index = matchChoice(text, labels) ?? 0;
        expect(index === 0 || index in labels).toBe(true);
      }),
    );
  });
});
