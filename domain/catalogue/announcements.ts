import type { AnnouncementEntry } from '../announcements/register.ts';
import { periodWords } from './announcement-pages.ts';
import type { Spoken } from './voice.ts';

/** Words with which an announcement of the agency is told: on the page, in LINE, on Facebook, on paper and aloud. */
export const announcementWords = ({ end }: Spoken) => ({
  headline: (title: string) => `ประกาศ: ${title}`,
  when: (period: string) => `วันที่: ${period}`,
  forPlaces: (places: readonly string[]) => `สำหรับ: ${places.join(', ')}`,
  fromUnit: (unit: string) => `จาก: ${unit}`,
  call: (phone: string) => `สอบถามเพิ่มเติม โทร. ${phone}`,
  more: (url: string) => `อ่านประกาศฉบับเต็ม: ${url}`,
  /** Said in the place of an address of the web. */
  website: 'เว็บไซต์ของหน่วยงาน',
  /** What is read out, a paragraph each. */
  loudspeaker: {
    greeting: (places: readonly string[]) =>
      places.length === 0
        ? `เรียนพี่น้องประชาชนทุกหมู่บ้านทุกท่าน${end}`
        : `เรียนพี่น้องประชาชน ${places.join(' ')} ทุกท่าน${end}`,
    from: (agency: string, unit: string | undefined) =>
      unit === undefined ? `${agency} ขอประชาสัมพันธ์${end}` : `${unit} ${agency} ขอประชาสัมพันธ์${end}`,
    title: (title: string) => `เรื่อง ${title}`,
    on: (day: string) => `ประกาศนี้สำหรับ${day}${end}`,
    during: (from: string, until: string) => `ประกาศนี้ใช้ตั้งแต่${from} ถึง${until}${end}`,
    phone: (phone: string) => `โทร. ${phone}`,
    ask: (phone: string) => `หากมีข้อสงสัย สอบถามได้ที่ ${phone}${end}`,
    again: (title: string) => `ขอย้ำอีกครั้ง เรื่อง ${title}`,
    thanks: `ขอบคุณ${end}`,
  },
});

/** Words for announcements in the chat. */
export const announcementChatWords = ({ end }: Spoken) => ({
  found: (all: number, told: number) =>
    all > told
      ? `มีประกาศ ${all.toLocaleString('th-TH')} เรื่อง ล่าสุดคือ`
      : `มีประกาศ ${all.toLocaleString('th-TH')} เรื่อง`,
  line: (nth: number, { title, from, until, places }: AnnouncementEntry) =>
    [
      `${nth}. ${title}`,
      periodWords({ from, until }),
      ...(places.length === 0 ? [] : [places.join(', ')]),
    ].join('\n'),
  none: `ตอนนี้ไม่มีประกาศ${end}`,
  open: (nth: number) => `อ่านเรื่องที่ ${nth}`,
  openOnly: 'อ่านประกาศ',
  all: 'ดูประกาศทั้งหมด',
  ask: 'ถามเจ้าหน้าที่',
});
