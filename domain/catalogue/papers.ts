import type { PaperKind, TextState } from '../papers/paper.ts';
import type { Spoken } from './voice.ts';

/** What kinds of papers are called, by residents and officers alike. */
export const paperKinds: Readonly<Record<PaperKind, string>> = {
  manual: 'คู่มือ',
  regulation: 'ข้อบัญญัติ',
  form: 'แบบฟอร์ม',
  plan: 'แผนงาน',
  budget: 'งบประมาณ',
  procurement: 'จัดซื้อจัดจ้าง',
  staff_rules: 'งานบุคคล',
  report: 'รายงาน',
  order: 'ประกาศและคำสั่ง',
  other: 'เอกสารอื่น',
};

/** A size as people say it: 850 KB, 4.9 MB. */
export const sizeWords = (octets: number): string =>
  octets < 1024 * 1024
    ? `${Math.max(1, Math.round(octets / 1024)).toLocaleString('th-TH')} KB`
    : `${(octets / (1024 * 1024)).toLocaleString('th-TH', { maximumFractionDigits: 1 })} MB`;

const unsearchable: Readonly<Record<Exclude<TextState, 'read'>, string>> = {
  none: 'เอกสารนี้เป็นภาพสแกน ระบบค้นได้จากชื่อเท่านั้น',
  unread: 'ระบบอ่านข้อความในเอกสารนี้ไม่ได้ ค้นได้จากชื่อเท่านั้น',
};

/** Words of the pages on which the agency's papers stand. */
export const paperWords = ({ you, end }: Spoken) => ({
  title: 'เอกสารเผยแพร่',
  description: (agency: string) => `คู่มือ ข้อบัญญัติ แผน งบประมาณ จัดซื้อจัดจ้าง และเอกสารอื่นของ${agency}`,
  intro: `ค้นเอกสารของหน่วยงานได้เอง พิมพ์คำที่${you}ใช้พูดกันก็ได้${end} เช่น ขยะ สร้างบ้าน`,
  words: 'หาเรื่องอะไร',
  kind: 'ประเภท',
  anyKind: 'ทุกประเภท',
  year: 'ปีงบประมาณ',
  anyYear: 'ทุกปี',
  search: 'ค้นหา',
  all: 'ดูเอกสารทั้งหมด',
  count: (n: number) => `${n.toLocaleString('th-TH')} ฉบับ`,
  found: (n: number, words: string) => `พบ ${n.toLocaleString('th-TH')} ฉบับ สำหรับ “${words}”`,
  none: `ยังไม่มีเอกสารเผยแพร่${end}`,
  nothing: `ไม่พบเอกสารที่ตรงกัน${end}`,
  nothingHint: `ลองใช้คำสั้นลง หรือเลือกทุกประเภททุกปี ถ้ายังไม่พบ ถามเจ้าหน้าที่ได้เลย${end}`,
  ask: 'ถามเจ้าหน้าที่ทาง LINE',
  call: (phone: string) => `โทร ${phone}`,
  pages: 'หน้าอื่น',
  before: 'หน้าก่อน',
  next: 'หน้าถัดไป',
  fiscalYear: (year: number) => `ปีงบประมาณ ${year}`,
  dated: (day: string) => `ลงวันที่ ${day}`,
  aboutFile: (octets: number, pages: number | undefined) =>
    `PDF${pages === undefined ? '' : ` ${pages.toLocaleString('th-TH')} หน้า`} ${sizeWords(octets)}`,
  aboutLink: (host: string) => `อยู่ที่เว็บ ${host}`,
  unsearchable,
  download: (octets: number) => `ดาวน์โหลด PDF (${sizeWords(octets)})`,
  openLink: (host: string) => `เปิดที่เว็บ ${host}`,
  facts: {
    kind: 'ประเภท',
    year: 'ปีงบประมาณ',
    unit: 'หน่วยงานเจ้าของเรื่อง',
    item: 'ข้อ OIT',
    day: 'ลงวันที่',
    approvedOn: 'เผยแพร่เมื่อ',
    approvedBy: 'ผู้อนุมัติ',
  },
  versions: 'ทุกฉบับ',
  version: (n: number, day: string, by: string) => `ฉบับที่ ${n} อนุมัติ ${day} โดย ${by}`,
  shown: '(ที่แสดงอยู่)',
  withdrawn: (day: string, by: string, because: string) => `ถอนเอกสารนี้เมื่อ ${day} โดย ${by} เพราะ ${because}`,
});

/** Words for papers in the chat. */
export const paperChatWords = ({ you, end }: Spoken) => ({
  found: (all: number, shown: number) =>
    all > shown ? `พบ ${all.toLocaleString('th-TH')} ฉบับ ที่ตรงที่สุดคือ` : `พบ ${all.toLocaleString('th-TH')} ฉบับ`,
  line: (nth: number, title: string, kind: PaperKind, year: number) =>
    `${nth}. ${title}\n${paperKinds[kind]} ปี ${year}`,
  notThese: `ถ้าไม่ใช่ที่หา กด “ถามเจ้าหน้าที่” ได้เลย${end}`,
  open: (nth: number) => `เปิดฉบับที่ ${nth}`,
  openOnly: 'เปิดเอกสาร',
  all: 'ดูทั้งหมดที่ตรงกัน',
  every: 'ดูเอกสารทั้งหมด',
  ask: 'ถามเจ้าหน้าที่',
  nothing: `ไม่พบเอกสารที่${you}หาในระบบ${end} ถ้าต้องการให้เจ้าหน้าที่ช่วยหา กด “สอบถาม” ข้อความจะส่งถึงเจ้าหน้าที่`,
});
