import type { Lack, Proof } from '../submission/set.ts';
import type { Spoken } from './voice.ts';

const lacks: Readonly<Record<Lack, string>> = {
  no_page: 'ยังไม่มีหน้าหลักฐาน ระบบรวบรวมให้ได้ เหลือเสนอและอนุมัติ',
  waits: 'เสนอแล้ว รอผู้บริหารอนุมัติ',
  withdrawn: 'ถอนจากการเผยแพร่แล้ว',
  nothing: 'ยังไม่มีลิงก์หรือเอกสาร',
};

const kinds: Readonly<Record<Proof['kind'], string>> = {
  page: 'หน้าในระบบนี้',
  paper: 'เอกสารเผยแพร่',
  link: 'ลิงก์ภายนอก',
};

const points = (value: number): string => value.toFixed(2);

/** Words for ชุดส่ง ITA: every item that the year asks for, what stands for it, and what is missing. */
export const submissionWords = ({ you, end, ask }: Spoken) => ({
  title: 'ชุดส่ง ITA',
  heading: (year: number) => `ชุดส่ง ITA ปีงบประมาณ ${year}`,
  about: `หลักฐานทุกข้อของแบบเปิดเผยข้อมูลสาธารณะ (OIT) อยู่ในหน้านี้ คัดลอกลิงก์ไปกรอกในระบบของ ป.ป.ช. ได้เลย${end}`,
  year: 'ปีงบประมาณ',
  done: (done: number, all: number) => `มีหลักฐานแล้ว ${done} จาก ${all} ข้อ`,
  days: (left: number) =>
    left < 0 ? `เลยกำหนดมา ${-left} วัน` : left === 0 ? 'ครบกำหนดวันนี้' : `เหลือ ${left} วัน`,
  closes: (day: string) => `วันสุดท้ายที่รับ ${day}`,
  noClose: `ยังไม่ได้ใส่วันสุดท้ายที่รับ${end}`,
  from: {
    admin: 'รายการข้อที่ผู้ดูแลระบบแก้ไว้',
    framework: (year: number) => `รายการข้อตามกรอบปี ${year}`,
    earlier: (year: number, wanted: number) =>
      `ยังไม่มีรายการข้อของปี ${wanted} จึงใช้ของปี ${year} ไปก่อน เลขข้ออาจเปลี่ยน${end}`,
  },
  filter: 'แสดง',
  filters: { all: 'ทุกข้อ', missing: 'ยังขาด', mine: 'ของกองฉัน', zero: 'เคยได้ 0' },
  noneLeft: `ไม่มีข้อที่ขาดแล้ว${end}`,
  noneHere: `ไม่มีข้อแบบนี้${end}`,
  kinds,
  lacks,
  on: (day: string) => `เมื่อ ${day}`,
  copy: 'คัดลอกลิงก์',
  who: (unit: string) => `ผู้รับผิดชอบ ${unit}`,
  noUnit: 'ยังไม่ได้กำหนดผู้รับผิดชอบ',
  score: (score: number, year: number) => `ปี ${year} ได้ ${score}`,
  worth: (value: number) => `มีผลต่อคะแนนรวม ${points(value)} คะแนน`,
  gains: (value: number) => `ถ้าทำข้อนี้ คะแนนรวมเพิ่ม ${points(value)}`,
  worthUnknown: 'คิดคะแนนรายข้อไม่ได้จากผลที่มี',
  way: {
    title: 'ทำข้อไหนก่อน',
    now: (year: number, overall: number, level: string | undefined) =>
      `ผลปี ${year} ได้ ${points(overall)}${level === undefined ? '' : ` ระดับ${level}`}`,
    none: 'ไม่มีข้อที่ได้ 0',
    noResult: `ยังไม่มีผลประเมินในระบบ จึงยังบอกไม่ได้ว่าข้อไหนมีผลเท่าไร${end}`,
    step: (gain: number, overall: number, level: string | undefined) =>
      `เพิ่ม ${points(gain)} เป็น ${points(overall)}${level === undefined ? '' : ` ระดับ${level}`}`,
    note: 'คิดจากผลของปีนั้น โดยถือว่าข้อที่ทำแล้วได้ 100',
  },
  link: {
    add: 'แนบลิงก์',
    title: (code: string) => `แนบลิงก์ ข้อ ${code}`,
    label: 'ชื่อที่แสดง',
    url: 'ที่อยู่เว็บ',
    urlHint: 'ขึ้นต้นด้วย https:// คนทั่วไปต้องเปิดได้โดยไม่เข้าสู่ระบบ',
    save: 'บันทึกลิงก์',
    saved: `แนบลิงก์แล้ว${end}`,
    remove: 'เอาลิงก์ออก',
    removed: `เอาลิงก์ออกแล้ว${end}`,
    empty: `ใส่ทั้งชื่อและที่อยู่เว็บ${end}`,
    badUrl: `ที่อยู่เว็บต้องขึ้นต้นด้วย https:// หรือ http://${end}`,
  },
  scan: 'แนบเอกสารสแกน (PDF)',
  toPublish: 'ไปหน้าเผยแพร่',
  duty: {
    edit: 'กำหนดผู้รับผิดชอบ',
    title: (code: string) => `กำหนดผู้รับผิดชอบ ข้อ ${code}`,
    unit: 'กองที่รับผิดชอบ',
    none: 'ยังไม่กำหนด',
    due: 'ต้องเสร็จภายใน',
    save: 'บันทึก',
    saved: `บันทึกแล้ว${end}`,
  },
  list: {
    edit: 'แก้รายการข้อและกำหนดส่ง',
    title: 'แก้รายการข้อและกำหนดส่ง',
    hint: `แก้เมื่อคู่มือของปีนั้นเปลี่ยนเลขหรือชื่อข้อ บรรทัดละข้อ เช่น o28 แนวปฏิบัติการจัดการเรื่องร้องเรียน${end}`,
    closesOn: 'วันสุดท้ายที่รับ',
    items: 'รายการข้อ',
    back: 'กลับไปใช้รายการตามกรอบ',
    backAsks: `ทิ้งรายการที่แก้ไว้ แล้วใช้รายการตามกรอบใช่ไหม${ask}`,
    save: 'บันทึกรายการ',
    saved: `บันทึกรายการแล้ว${end}`,
    badLine: (at: number) => `บรรทัดที่ ${at} ต้องขึ้นต้นด้วยเลขข้อ เช่น o28 แล้วตามด้วยชื่อข้อ${end}`,
    twice: (code: string) => `เลขข้อ ${code} มีสองบรรทัด${end}`,
    none: `ใส่อย่างน้อยหนึ่งข้อ${end}`,
  },
  files: 'นำไปใช้',
  csv: 'ไฟล์ CSV',
  xlsx: 'ไฟล์ Excel',
  print: 'พิมพ์',
  snippet: {
    title: 'โค้ดสำหรับเว็บไซต์ของหน่วยงาน',
    hint: `คัดลอกไปวางในเว็บไซต์ เป็นรายการลิงก์ของหลักฐานที่เผยแพร่แล้ว${end}`,
    copy: 'คัดลอกโค้ด',
  },
  changed: `มีคนแก้ไปก่อน${end} หน้านี้แสดงของล่าสุดแล้ว ลองทำอีกครั้ง`,
  undo: 'เลิกทำ',
  yours: `กองของ${you}`,
  file: {
    sheet: 'ชุดส่ง ITA',
    code: 'ข้อ',
    title: 'ชื่อข้อ',
    state: 'สถานะ',
    ready: 'มีหลักฐาน',
    urls: 'ลิงก์',
    on: 'วันที่',
    unit: 'ผู้รับผิดชอบ',
    due: 'กำหนด',
    days: 'เหลือ (วัน)',
    score: 'คะแนนเดิม',
    points: 'มีผลต่อคะแนนรวม',
  },
});
export type SubmissionWords = ReturnType<typeof submissionWords>;
