import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asksForAnnouncements,
  asksForHuman,
  asksForMenu,
  asksForMine,
  asksToCancel,
  asksToGoBack,
  asksToTrack,
  isGreeting,
  isThanks,
  lostReceipt,
} from '../../../domain/words/intents.ts';

const all = [
  isGreeting,
  isThanks,
  asksForMenu,
  asksForAnnouncements,
  asksToCancel,
  asksToGoBack,
  asksForHuman,
  asksForMine,
  asksToTrack,
  lostReceipt,
];

describe('what a whole message asks', () => {
  test('a wish with something to report in it is no wish', () => {
    for (const text of [
      'สวัสดีค่ะ ไฟดับ',
      'ขอบคุณที่มาซ่อม แต่ยังดับ',
      'ยกเลิกเก็บขยะทำไม',
      'กลับบ้านทางนี้ไม่ได้ ถนนขาด',
      'โทรไปไม่มีใครรับสาย',
      'เรื่องของเพื่อนบ้านเสียงดัง',
      'รหัสไวไฟศาลากลางบ้านหาย',
    ]) {
      expect(all.filter((asks) => asks(text))).toEqual([]);
    }
  });

  test('เริ่มใหม่ and buttons of the questions are left to them', () => {
    for (const text of ['เริ่มใหม่', 'ทำต่อ', 'ลบทิ้ง', 'พอแล้ว ไปต่อ', 'ข้าม', 'แก้ไข', 'จดแล้ว']) {
      expect(all.filter((asks) => asks(text))).toEqual([]);
    }
  });

  test('anything at all is answered, and a very long text is no wish', () => {
    const words = fc.array(
      fc.constantFrom('สวัสดี', 'ขอบคุณ', 'เมนู', 'ยกเลิก', 'กลับ', 'ติดต่อ', 'เรื่อง', 'ดู', 'ค่ะ', 'ขอ', 'หน่อย', 'แล้ว'),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          words.map((list) => list.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          for (const asks of all) expect(typeof asks(text)).toBe('boolean');
        },
      ),
    );
    expect(all.filter((asks) => asks('x'.repeat(20_000)))).toEqual([]);
  });
});
