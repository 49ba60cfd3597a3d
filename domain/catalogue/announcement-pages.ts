import { thaiDate } from '../calendar/thai-date.ts';
import type { Spoken } from './voice.ts';

/** The days of an announcement; one day where it has one. */
export const periodWords = ({ from, until }: { from: string; until: string }): string =>
  from === until ? thaiDate(from, 'long') : `${thaiDate(from, 'medium')} ถึง ${thaiDate(until, 'medium')}`;

/** Words of the pages on which announcements stand, and of the poster. */
export const announcementPageWords = ({ you, end }: Spoken) => ({
  title: 'ประกาศ',
  description: (agency: string) => `ประกาศและข่าวประชาสัมพันธ์ของ${agency}`,
  none: `ขณะนี้ไม่มีประกาศ${end}`,
  now: 'ประกาศตอนนี้',
  coming: 'กำลังจะมาถึง',
  over: 'ผ่านไปแล้ว',
  everywhere: 'ทุกหมู่บ้าน',
  all: 'ดูประกาศทั้งหมด',
  isOver: `ประกาศนี้พ้นกำหนดแล้ว${end}`,
  isComing: `ยังไม่ถึงวันตามประกาศนี้${end}`,
  withdrawn: (day: string, by: string, because: string) =>
    `ประกาศนี้ถูกถอนเมื่อ ${day} โดย ${by} เพราะ ${because}`,
  facts: {
    period: 'ช่วงวันที่',
    places: 'สำหรับ',
    from: 'ผู้ประกาศ',
    approvedOn: 'อนุมัติเมื่อ',
    approvedBy: 'ผู้อนุมัติ',
  },
  call: (phone: string) => `สอบถาม โทร ${phone}`,
  poster: 'โปสเตอร์ A4 สำหรับพิมพ์ติดบอร์ด',
  posterTitle: (title: string) => `โปสเตอร์: ${title}`,
  /** A blank that does not break binds a หมู่ to its number, so that no line ends between them. */
  posterPlaces: (places: readonly string[]) =>
    `สำหรับ ${places.map((place) => place.replaceAll(/ (?=\d)/g, '\u00a0')).join(', ')}`,
  toPrint: `สั่งพิมพ์จากเมนูของเบราว์เซอร์ เลือกกระดาษ A4${end}`,
  page: 'กลับไปหน้าประกาศ',
  from: (agency: string, unit: string) => `${agency} ${unit}`,
  qr: (title: string) => `คิวอาร์โค้ดไปยังประกาศ ${title}`,
  scan: `สแกนเพื่ออ่านประกาศในมือถือของ${you}`,
  scanMore: `อ่านต่อจนจบ: สแกนด้วยมือถือของ${you}`,
  approved: (by: string) => `อนุมัติโดย ${by}`,
});
