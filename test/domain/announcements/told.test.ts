import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { khoen } from '../../../domain/agency/khoen.ts';
import {
  type AnnouncementMatter,
  announcementFaults,
  TEXT_MOST,
  TITLE_MOST,
  timeOfAnnouncement,
} from '../../../domain/announcements/announcement.ts';
import { broadcastCost } from '../../../domain/announcements/broadcast-cost.ts';
import { facebookText, lineText, loudspeakerScript } from '../../../domain/announcements/told.ts';

const agency = khoen('a'.repeat(32));
const LINE_TEXT_MOST = 5000;
const url = 'https://khoen.example/announcements/0123456789abcdef01234567';
const matter: AnnouncementMatter = {
  title: 'พ่นหมอกควันกำจัดยุงลาย ม.4',
  text: 'อบต.เขิน จะพ่นหมอกควันในวันที่ ๑๕ มี.ค. ๒๕๖๙ เวลา ๐๙.๓๐ น.\n\nขอให้ปิดอาหารให้มิดชิด',
  from: '2026-03-10',
  until: '2026-03-15',
  places: [],
};

describe('an announcement', () => {
  test('is refused with the field and the reason', () => {
    expect(announcementFaults(matter)).toEqual([]);
    expect(announcementFaults({ ...matter, title: ' ' })).toEqual([{ at: 'title', fault: 'empty' }]);
    expect(announcementFaults({ ...matter, until: '2026-03-09' })).toEqual([
      { at: 'until', fault: 'bad_order' },
    ]);
    expect(announcementFaults({ ...matter, from: '2026-02-30' })).toEqual([{ at: 'from', fault: 'bad_day' }]);
    expect(announcementFaults({ ...matter, places: ['a', 'a'] })).toEqual([{ at: 'places', fault: 'twice' }]);
    expect(announcementFaults({ ...matter, text: 'ก'.repeat(TEXT_MOST + 1) })).toEqual([
      { at: 'text', fault: 'too_long' },
    ]);
  });

  test('is news from its first day to its last', () => {
    const on = (today: string) => timeOfAnnouncement(matter, today);
    expect(['2026-03-09', '2026-03-10', '2026-03-15', '2026-03-16'].map(on)).toEqual([
      'coming',
      'now',
      'now',
      'over',
    ]);
  });

  test('stands on Facebook as it was written, with its days, its telephone and its page', () => {
    expect(facebookText({ agency, matter, url })).toBe(
      [
        `ประกาศ: ${matter.title}`,
        matter.text,
        `วันที่: 10 มี.ค. 2569 - 15 มี.ค. 2569\nสอบถามเพิ่มเติม โทร. ${agency.phone}`,
        `อ่านประกาศฉบับเต็ม: ${url}`,
        agency.name,
      ].join('\n\n'),
    );
  });

  test('names the หมู่ that it is for', () => {
    const [first] = agency.places;
    const told = lineText({ agency, matter: { ...matter, places: [first?.id ?? ''] }, url });
    expect(told).toContain(`สำหรับ: ${first?.label}`);
  });

  test('fits into one LINE message with its facts, however long', () => {
    const places = Array.from({ length: 40 }, (_, n) => ({
      id: `p${n}`,
      label: 'ก'.repeat(60),
      name: 'ข'.repeat(30),
    }));
    const longest = {
      ...matter,
      title: 'ก'.repeat(TITLE_MOST),
      text: 'ก'.repeat(TEXT_MOST),
      places: places.map(({ id }) => id),
    };
    expect(announcementFaults(longest)).toEqual([]);
    const text = lineText({ agency: { ...agency, places }, matter: longest, url });
    expect(text.length).toBeLessThanOrEqual(LINE_TEXT_MOST);
    expect(text).toContain('…');
    expect(text.endsWith(url)).toBe(true);
    expect(lineText({ agency, matter, url })).toContain(matter.text);
  });

  test('reads well aloud', () => {
    const [first] = agency.places;
    expect(loudspeakerScript({ agency: { ...agency, phone: '045-123-456' }, matter })).toEqual([
      'เรียนพี่น้องประชาชนทุกหมู่บ้านทุกท่านค่ะ',
      'องค์การบริหารส่วนตำบลเขิน ขอประชาสัมพันธ์ค่ะ',
      'เรื่อง พ่นหมอกควันกำจัดยุงลาย หมู่ที่สี่',
      'องค์การบริหารส่วนตำบลเขิน จะพ่นหมอกควันในวันที่สิบห้ามีนาคม พุทธศักราชสองพันห้าร้อยหกสิบเก้า เวลาเก้านาฬิกาสามสิบนาที',
      'ขอให้ปิดอาหารให้มิดชิด',
      'ประกาศนี้ใช้ตั้งแต่วันที่สิบมีนาคม ถึงวันที่สิบห้ามีนาคม พุทธศักราชสองพันห้าร้อยหกสิบเก้าค่ะ',
      'หากมีข้อสงสัย สอบถามได้ที่ โทรศัพท์ ศูนย์สี่ห้า หนึ่งสองสาม สี่ห้าหกค่ะ',
      'ขอย้ำอีกครั้ง เรื่อง พ่นหมอกควันกำจัดยุงลาย หมู่ที่สี่',
      'ขอบคุณค่ะ',
    ]);
    const one = { ...matter, until: matter.from, places: [first?.id ?? ''], unit: agency.units[0]?.id };
    const script = loudspeakerScript({ agency, matter: one }).join('\n');
    expect(script).toContain(`${agency.units[0]?.label} ${agency.name} ขอประชาสัมพันธ์`);
    expect(script).toContain('ประกาศนี้สำหรับวันที่สิบมีนาคม');
  });

  test('is read out without a digit, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const script = loudspeakerScript({ agency, matter: { ...matter, text: `๑${text}2` } });
        expect(script.join('\n')).not.toMatch(/[0-9๐-๙]/u);
      }),
    );
  });
});

describe('what a broadcast costs', () => {
  test.each([
    [
      { reached: 120, quota: { limit: 300, used: 40 } },
      { kind: 'fits', messages: 120, left: 260, leftAfter: 140 },
    ],
    [
      { reached: 260, quota: { limit: 300, used: 40 } },
      { kind: 'fits', messages: 260, left: 260, leftAfter: 0 },
    ],
    [
      { reached: 261, quota: { limit: 300, used: 40 } },
      { kind: 'short', messages: 261, left: 260, short: 1 },
    ],
    [
      { reached: 5, quota: { limit: 300, used: 310 } },
      { kind: 'short', messages: 5, left: 0, short: 5 },
    ],
    [
      { reached: 900, quota: { limit: undefined, used: 40 } },
      { kind: 'fits', messages: 900, left: undefined, leftAfter: undefined },
    ],
    [{ reached: undefined, quota: { limit: 300, used: 40 } }, { kind: 'unknown' }],
    [{ reached: 5, quota: undefined }, { kind: 'unknown' }],
  ])('%o', (numbers, cost) => {
    expect(broadcastCost(numbers)).toEqual(cost);
  });
});
