import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aloud } from '../../../domain/announcements/aloud.ts';
import { spokenNumber } from '../../../domain/announcements/spoken-number.ts';
import { addDays } from '../../../domain/calendar/day.ts';
import { thaiDate } from '../../../domain/calendar/thai-date.ts';

const said = (text: string): string => aloud(text, 'เว็บไซต์ของหน่วยงาน');
const of2569 = 'พุทธศักราชสองพันห้าร้อยหกสิบเก้า';

describe('a text as it is said', () => {
  test.each([
    ['๑๕ มี.ค. ๒๕๖๙ เวลา ๐๙.๓๐ น.', `วันที่สิบห้ามีนาคม ${of2569} เวลาเก้านาฬิกาสามสิบนาที`],
    ['วันที่ 15 มีนาคม 2569', `วันที่สิบห้ามีนาคม ${of2569}`],
    ['วันที่ 15 มีนาคม พ.ศ. 2569', `วันที่สิบห้ามีนาคม ${of2569}`],
    ['วันอาทิตย์ที่ 1 ก.พ. 69', `วันอาทิตย์ที่หนึ่งกุมภาพันธ์ ${of2569}`],
    ['15/3/2569', `วันที่สิบห้ามีนาคม ${of2569}`],
    ['1-5 เม.ย. 2569', `วันที่หนึ่งถึงห้าเมษายน ${of2569}`],
    ['28 ธ.ค. 2569 - 3 ม.ค. 2570', `วันที่ยี่สิบแปดธันวาคม ${of2569} ถึงวันที่สามมกราคม พุทธศักราชสองพันห้าร้อยเจ็ดสิบ`],
    ['ภายในเดือนมีนาคม 2569', `ภายในเดือนมีนาคม ${of2569}`],
    ['พ.ศ. 2562', 'พุทธศักราชสองพันห้าร้อยหกสิบสอง'],
    ['ปีงบประมาณ 2570', 'ปีงบประมาณสองพันห้าร้อยเจ็ดสิบ'],
    ['ค.ศ. 2026', 'คริสต์ศักราชสองพันยี่สิบหก'],
  ])('dates: %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test.each([
    ['เวลา 9.00 น.', 'เวลาเก้านาฬิกา'],
    ['เวลา 08.30 - 16.30 น.', 'เวลาแปดนาฬิกาสามสิบนาที ถึงสิบหกนาฬิกาสามสิบนาที'],
    ['เวลา 08:30 น. ถึง 12:00 น.', 'เวลาแปดนาฬิกาสามสิบนาที ถึงสิบสองนาฬิกา'],
    ['เปิด 13:05', 'เปิด สิบสามนาฬิกาห้านาที'],
    ['ก่อน 24.00 น.', 'ก่อน ยี่สิบสี่นาฬิกา'],
    ['00.30 น.', 'ศูนย์นาฬิกาสามสิบนาที'],
    ['เวลา 9 น.', 'เวลาเก้านาฬิกา'],
  ])('times: %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test.each([
    ['เบี้ยยังชีพ 600 บาท', 'เบี้ยยังชีพ หกร้อย บาท'],
    ['1,500.50 บาท', 'หนึ่งพันห้าร้อยบาทห้าสิบสตางค์'],
    ['ลด 50%', 'ลด ร้อยละห้าสิบ'],
    ['ร้อยละ 2.5', 'ร้อยละสองจุดห้า'],
    ['บ้านเลขที่ 12/3 หมู่ที่ 4', 'บ้านเลขที่สิบสองทับสาม หมู่ที่สี่'],
    ['เด็กอายุ 2-5 ปี', 'เด็กอายุ สองถึงห้า ปี'],
    ['เรื่อง 70-0012', 'เรื่อง เจ็ดสิบขีดศูนย์ศูนย์หนึ่งสอง'],
    ['โทร. 045-123-456', 'โทรศัพท์ ศูนย์สี่ห้า หนึ่งสองสาม สี่ห้าหก'],
    ['โทร 0812345678', 'โทรศัพท์ ศูนย์แปดหนึ่ง สองสามสี่ ห้าหกเจ็ดแปด'],
    ['สายด่วน 1567', 'สายด่วน หนึ่งห้าหกเจ็ด'],
    ['ดูที่ https://example.go.th/a?b=1 ได้เลย', 'ดูที่ เว็บไซต์ของหน่วยงาน ได้เลย'],
  ])('numbers: %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test.each([
    ['อบต.เขิน', 'องค์การบริหารส่วนตำบลเขิน'],
    ['อบต. เขิน', 'องค์การบริหารส่วนตำบล เขิน'],
    ['ต.เขิน อ.น้ำเกลี้ยง จ.ศรีสะเกษ', 'ตำบลเขิน อำเภอน้ำเกลี้ยง จังหวัดศรีสะเกษ'],
    ['ม.4', 'หมู่ที่สี่'],
    ['ถนนยาว 500 ม.', 'ถนนยาว ห้าร้อย เมตร'],
    ['ปุ๋ย 5 กก.', 'ปุ๋ย ห้า กิโลกรัม'],
    ['รพ.สต.เขิน', 'โรงพยาบาลส่งเสริมสุขภาพตำบลเขิน'],
    ['ส.อบต. หมู่ 1', 'สมาชิกสภาองค์การบริหารส่วนตำบล หมู่หนึ่ง'],
    ['พ.ร.บ.ภาษี', 'พระราชบัญญัติภาษี'],
    ['โทรศัพท์', 'โทรศัพท์'],
    ['ส้ม มะม่วง ฯลฯ', 'ส้ม มะม่วง และอื่น ๆ'],
    ['กด LINE', 'กด ไลน์'],
  ])('abbreviations: %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test('every date is said with its day, its month and its year, however it is written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 36_000 }),
        fc.constantFrom('long' as const, 'medium' as const),
        fc.constantFrom('thai' as const, 'arabic' as const),
        (count, style, digits) => {
          const day = addDays('1990-01-01', count);
          const [date = '', month = '', year = ''] = thaiDate(day, 'long').split(' ');
          const expected = `วันที่${spokenNumber(Number(date))}${month} พุทธศักราช${spokenNumber(Number(year))}`;
          expect(said(thaiDate(day, style, digits))).toBe(expected);
        },
      ),
    );
  });

  test('whatever is written, no digit is left, and saying it again changes nothing', () => {
    const piece = fc.constantFrom(
      ...[...'0123456789๐๑๒๓๔๕๖๗๘๙ .,:/-–%'],
      ' น.',
      ' ม.ค.',
      ' มีนาคม ',
      'เวลา ',
      'วันที่ ',
      'บาท',
      'ม.',
      'โทร. ',
      'อบต.',
      'หมู่ที่ ',
      'พ.ศ. ',
      'บ้าน',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const once = said(pieces.join(''));
        expect(once).not.toMatch(/\p{Nd}/u);
        expect(said(once)).toBe(once);
      }),
      { numRuns: 1_000 },
    );
  });
});
