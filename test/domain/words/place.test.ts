import { describe, expect, test } from 'vitest';
import { guessPlace, placeNumber } from '../../../domain/words/place.ts';

describe('the หมู่ of a message', () => {
  test.each([
    ['หมู่ 4', 4],
    ['หมู่4', 4],
    ['หมู่ที่ ๔', 4],
    ['หมู่บ้านที่ 7', 7],
    ['ม.4', 4],
    ['ม. 12 ต.เขิน', 12],
    ['ม4', 4],
    ['บ้านเลขที่ 12 ม.4', 4],
    ['บ้านผมอยู่ม4', 4],
    ['หมู่สิบเอ็ด', 11],
    ['หมู่สองบ้านผม', 2],
    ['หมู 7', 7],
    ['หน้าโรงเรียน ม.3', 3],
    ['หมู่ 4 ไม่ใช่หมู่ 5', 4],
    ['หมู่ 4 ค่ะ หมู่ ๔', 4],
    ['หมู่ ๗ หลังโรงเรียน', 7],
    ['หมู่ 3 วันนี้น้ำไม่ไหล', 3],
    ['หมู่ 4 ต้นไม้ล้ม', 4],
    ['หมู่ 5 สายไฟขาด', 5],
  ])('%j', (text, number) => {
    expect(placeNumber(text)).toBe(number);
  });

  test.each([
    'ลูกเรียนอยู่ ม.3',
    'นักเรียนชั้น ม.6',
    'เด็ก ม.3/2 ตีกัน',
    'กม.5',
    'พื้นที่ 20 ตร.ม. 4 แปลง',
    'ลึก 1 ม.20 ซม.',
    'น้ำท่วม4วัน',
    'ถาม2ครั้งแล้ว',
    'หมู 4 ตัว',
    'เนื้อหมู 2 โล',
    'หมู่บ้านเรา',
    'หมู่ 3 กับหมู่ 4',
    'ไม่ใช่หมู่ 4',
    'หมู่ 0',
    'หมู่ 123',
    'โต๊ะหมู่เก้าอี้',
    '',
  ])('%j names none', (text) => {
    expect(placeNumber(text)).toBeUndefined();
  });

  const places = [
    { id: 'moo-1', label: 'หมู่ 1', number: 1, name: 'เขิน' },
    { id: 'moo-2', label: 'หมู่ 2', number: 2, name: 'เขินใต้' },
    { id: 'moo-3', label: 'หมู่ 3', number: 3, name: 'นา' },
    { id: 'moo-4', label: 'หมู่ 4', number: 4, name: '' },
  ];

  test('is found by number or by the name of the village', () => {
    expect(guessPlace('ไฟดับ หมู่ 2', places)).toBe('moo-2');
    expect(guessPlace('ไฟดับบ้านเขินใต้', places)).toBe('moo-2');
    expect(guessPlace('ไฟดับบ้านเขิน', places)).toBe('moo-1');
    expect(guessPlace('บ้านนาน้ำไม่ไหล', places)).toBe('moo-3');
  });

  test('is left open for a short name without บ้าน, two villages, or a number the agency does not have', () => {
    expect(guessPlace('น้ำเข้านา', places)).toBeUndefined();
    expect(guessPlace('บ้านนากับบ้านเขินใต้', places)).toBeUndefined();
    expect(guessPlace('หมู่ 9', places)).toBeUndefined();
  });
});
