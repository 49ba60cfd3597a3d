import type { Spoken } from './voice.ts';

const number = (n: number): string => n.toLocaleString('th-TH');

/** Words of the page on which answered questions stand. */
export const questionWords = ({ you, end }: Spoken) => ({
  title: 'ถามบ่อย',
  description: (agency: string) => `คำถามที่ประชาชนถามบ่อย พร้อมคำตอบของ${agency}`,
  intro: `พิมพ์คำที่${you}สงสัยก็ค้นได้${end} เช่น ภาษี เบี้ยผู้สูงอายุ`,
  words: 'สงสัยเรื่องอะไร',
  search: 'ค้นหา',
  all: 'ดูคำถามทั้งหมด',
  count: (n: number) => `${number(n)} คำถาม`,
  found: (n: number, words: string) => `พบ ${number(n)} คำถาม สำหรับ “${words}”`,
  none: `ยังไม่มีคำถามที่ตอบไว้${end}`,
  nothing: `ยังไม่มีคำตอบเรื่องนี้${end}`,
  nothingHint: 'ลองใช้คำสั้นลง หรือคำอื่น',
  askHere: (agency: string) => `หาคำตอบไม่เจอ พิมพ์ถามในแชต LINE ของ ${agency} หรือโทรถามได้${end}`,
  ask: 'ถามทาง LINE',
  call: (phone: string) => `โทร ${phone}`,
});
