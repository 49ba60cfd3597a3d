import type { CaseStatus } from '../case/status.ts';

const results: Readonly<Record<CaseStatus, string>> = {
  new: 'รอรับเรื่อง',
  accepted: 'รับเรื่องแล้ว',
  in_progress: 'อยู่ระหว่างดำเนินการ',
  resolved: 'ดำเนินการแล้ว แจ้งผู้แจ้งแล้ว',
  closed: 'แล้วเสร็จ',
  referred: 'ส่งต่อแล้ว',
  declined: 'ไม่อาจดำเนินการ แจ้งเหตุผลแล้ว',
};

const hidden = 'ไม่รวมเรื่องทุจริต และไม่รวมเรื่องร้องเรียนเจ้าหน้าที่ที่ผู้พิมพ์ไม่มีสิทธิ์เห็น';

/** Words of papers that the office makes for itself: official prose, in no voice. */
export const documentsWords = {
  hidden,
  columns: {
    running: 'ลำดับ',
    number: 'เลขเรื่อง',
    received: 'วันที่รับ',
    channel: 'ช่องทาง',
    kind: 'ประเภท',
    category: 'หมวด',
    place: 'หมู่',
    unit: 'ส่วนงาน',
    due: 'ตอบภายใน',
    result: 'ผล',
    answered: 'ตอบครั้งแรก',
    days: 'วัน',
    workingDays: 'วันทำการ',
    isWithin: (days: number) => `ภายใน ${days} วัน`,
  },
  result: {
    ...results,
    on: (result: string, day: string) => `${result} ${day}`,
    waits: (day: string) => `พักรอถึง ${day}`,
    to: (result: string, to: string) => `${result}: ${to}`,
    mischief: 'ก่อกวน ไม่นับเป็นเรื่องร้องเรียน',
  },
  register: {
    title: 'ทะเบียนรับเรื่องร้องเรียน',
    caption: 'ทะเบียนรับเรื่องร้องเรียน',
    method: `เรียงตามวันที่รับเรื่อง ผลเป็นของวันที่พิมพ์ ไม่มีชื่อผู้แจ้งและข้อความของผู้แจ้ง ${hidden}`,
    none: 'ไม่มีเรื่องที่รับในช่วงเวลานี้',
    sum: (n: number) => `รวม ${n} เรื่อง`,
  },
  answered: {
    title: (days: number) => `หลักฐานการแจ้งผลหรือความคืบหน้าภายใน ${days} วัน`,
    method: (days: number) =>
      `นับวันถัดจากวันที่รับเรื่องถึงวันที่เจ้าหน้าที่ตอบผู้แจ้งครั้งแรก ไม่นับข้อความรับเรื่องอัตโนมัติ ร้อยละคิดจากเรื่องที่ตอบแล้วหรือครบ ${days} วันแล้ว ไม่นับเรื่องก่อกวน ${hidden}`,
    summary: 'สรุป',
    item: 'รายการ',
    count: 'จำนวน (เรื่อง)',
    percentage: 'ร้อยละ',
    all: 'เรื่องที่รับ',
    judged: (days: number) => `ตอบแล้ว หรือครบ ${days} วันแล้ว`,
    within: (days: number) => `ตอบภายใน ${days} วัน`,
    withinWorking: (days: number) => `ตอบภายใน ${days} วันทำการ`,
    later: (days: number) => `ตอบหลัง ${days} วัน`,
    never: (days: number) => `ครบ ${days} วันแล้ว ยังไม่ตอบ`,
    notYet: (days: number) => `ยังไม่ครบ ${days} วัน`,
    list: 'รายเรื่อง',
    yes: 'ทัน',
    no: 'ไม่ทัน',
    open: 'ยังไม่ครบกำหนด',
  },
  lpa: {
    title: 'เอกสารประกอบการประเมิน LPA การจัดการข้อร้องเรียน',
    source:
      'ชื่อตัวชี้วัดตามแบบประเมิน LPA ปี 2562 ที่อปท.หนึ่งเผยแพร่ โปรดตรวจกับคู่มือของปีที่ประเมินก่อนใช้ คำสั่งมอบหมายผู้รับผิดชอบให้แนบเพิ่มเอง',
    method: (days: number) =>
      `นับเฉพาะเรื่องร้องเรียน/ร้องทุกข์ สำเร็จลุล่วงหมายถึงแก้ไขแล้ว หรือแจ้งผลหรือความคืบหน้าให้ผู้ร้องทราบภายใน ${days} วัน ${hidden}`,
    summary: 'ร้อยละของข้อร้องเรียนที่ดำเนินการสำเร็จลุล่วง',
    indicator: 'ตัวชี้วัด',
    received: 'รับ',
    judged: (days: number) => `ตอบแล้ว หรือครบ ${days} วันแล้ว`,
    done: (days: number) => `สำเร็จลุล่วงภายใน ${days} วัน`,
    percentage: 'ร้อยละ',
    all: 'ข้อร้องเรียนต่อ อปท. ที่ดำเนินการสำเร็จลุล่วง',
    centre: 'ข้อร้องเรียนที่มาจากศูนย์ดำรงธรรม ที่ดำเนินการสำเร็จลุล่วง',
  },
  file: {
    sheet: 'ที่มา',
    agency: 'หน่วยงาน',
    title: 'เอกสาร',
    item: 'ข้อ OIT',
    period: 'ช่วงเวลา',
    method: 'วิธีการ',
    printedOn: 'จัดทำเมื่อ',
    own: 'ใช้ภายในสำนักงาน ยังไม่ใช่ฉบับที่เผยแพร่',
  },
};

export type DocumentsWords = typeof documentsWords;

/** บันทึกข้อความ about a case: official prose, as offices write it. */
export const memoWords = {
  title: 'บันทึกข้อความ',
  labels: { office: 'ส่วนราชการ', number: 'ที่', date: 'วันที่', subject: 'เรื่อง', to: 'เรียน' },
  status: results,
  office: (unit: string, agency: string, phone: string) => `${unit} ${agency} โทร ${phone}`,
  subject: (number: string, about: string) => `รายงานการดำเนินการเรื่องเลขที่ ${number} (${about})`,
  to: (agency: string) => `นายก${agency.replace(/^เทศบาล/, 'เทศมนตรี')}`,
  came: ({
    unit,
    kind,
    number,
    day,
    channel,
    place,
    text,
  }: Record<'unit' | 'kind' | 'number' | 'day' | 'channel' | 'place' | 'text', string>) =>
    `ด้วย${unit}ได้รับเรื่อง${kind} เลขที่ ${number} เมื่อวันที่ ${day} ทาง ${channel} สถานที่ ${place} ความว่า “${text.replaceAll('\n', ' ')}”`,
  noPlace: 'ไม่ได้ระบุ',
  told: (day: string, words: string) => `วันที่ ${day} แจ้งผู้แจ้งว่า “${words.replaceAll('\n', ' ')}”`,
  referred: (day: string, to: string, contact: string) =>
    `วันที่ ${day} ส่งต่อเรื่องให้ ${to} (${contact}) และแจ้งผู้แจ้งแล้ว`,
  declined: (day: string, reason: string, next: string) =>
    `วันที่ ${day} แจ้งผู้แจ้งว่าไม่อาจดำเนินการ เพราะ “${reason.replaceAll('\n', ' ')}” และแนะนำว่า “${next.replaceAll('\n', ' ')}”`,
  resolved: (day: string) => `วันที่ ${day} แจ้งผู้แจ้งว่าดำเนินการแล้ว`,
  nothingTold: 'ยังไม่ได้แจ้งผลหรือความคืบหน้าให้ผู้แจ้งทราบ',
  now: (status: string, due: string) => `ขณะนี้${status} กำหนดแจ้งผลหรือความคืบหน้าภายในวันที่ ${due}`,
  waits: (day: string, why: string) => `พักรอถึงวันที่ ${day}${why === '' ? '' : ` เพราะ${why}`}`,
  asks: 'จึงเรียนมาเพื่อโปรดทราบและพิจารณา',
  emblem: 'ที่สำหรับตราครุฑ',
  order: 'ความเห็นหรือคำสั่ง',
};
