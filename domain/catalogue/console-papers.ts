import type { ApprovalState } from '../approval/standing.ts';
import type { PaperAct, TextState } from '../papers/paper.ts';
import { sizeWords } from './papers.ts';
import type { Spoken } from './voice.ts';

const states: Readonly<Record<ApprovalState, string>> = {
  waiting: 'รออนุมัติ',
  returned: 'ส่งกลับให้แก้',
  public: 'เผยแพร่อยู่',
  withdrawn: 'ถอนแล้ว',
  gone: 'ถอนข้อเสนอแล้ว',
};

const undone: Readonly<Record<PaperAct, string>> = {
  propose: 'เลิกทำ: เสนอเอกสารนี้',
  cancel: 'เลิกทำ: ถอนข้อเสนอ',
  return: 'เลิกทำ: ส่งกลับให้แก้',
  approve: 'เลิกทำ: อนุมัติ',
  withdraw: 'เลิกทำ: ถอนเอกสาร',
  undo: 'เลิกทำ',
};

const texts: Readonly<Record<TextState, string>> = {
  read: 'ประชาชนค้นได้จากข้อความในไฟล์',
  none: 'ไฟล์เป็นภาพสแกน ไม่มีข้อความ ประชาชนค้นได้จากชื่อเท่านั้น ตั้งชื่อให้ครบ',
  unread: 'ระบบอ่านข้อความในไฟล์ไม่ได้ ประชาชนค้นได้จากชื่อเท่านั้น ตั้งชื่อให้ครบ',
};

/** Words for the papers that the agency publishes: proposing, approving, replacing, taking down. */
export const papersWords = ({ you, end, ask }: Spoken) => ({
  title: 'เอกสารเผยแพร่',
  about: `เจ้าหน้าที่เสนอ ผู้บริหารหรือผู้ดูแลระบบอีกคนอนุมัติ ประชาชนเห็นเฉพาะที่อนุมัติแล้ว${end}`,
  publicPage: 'หน้าที่ประชาชนเห็น',
  add: 'เพิ่มเอกสาร',
  tabs: { waiting: 'รออนุมัติ', all: 'ทั้งหมด' },
  nothingWaits: `ไม่มีเอกสารรออนุมัติ${end}`,
  none: `ยังไม่มีเอกสาร${end} กด “เพิ่มเอกสาร”`,
  states,
  alsoPublic: 'ฉบับก่อนเผยแพร่อยู่',
  row: (kind: string, year: number) => `${kind} ปี ${year}`,
  form: {
    new: 'เพิ่มเอกสาร',
    change: (title: string) => `เสนอฉบับใหม่: ${title}`,
    replaces: `ฉบับเดิมยังเผยแพร่อยู่จนกว่าฉบับใหม่จะได้รับอนุมัติ และเก็บไว้ให้ดูย้อนหลัง${end}`,
    wrong: (field: string, words: string) => `${field}: ${words}`,
    name: 'ชื่อเอกสาร',
    nameHint: 'ชื่อเต็มตามหน้าปก ประชาชนค้นจากชื่อนี้',
    kind: 'ประเภท',
    item: 'ใช้เป็นหลักฐาน ITA ข้อไหน',
    noItem: 'ไม่ใช่หลักฐาน ITA',
    year: 'ปีงบประมาณ',
    unit: 'หน่วยงานเจ้าของเรื่อง',
    noUnit: 'ทั้งหน่วยงาน',
    day: 'ลงวันที่',
    source: 'เอกสารอยู่ที่ไหน',
    file: 'ไฟล์ PDF ในเครื่องนี้',
    link: 'มีอยู่แล้วที่เว็บอื่น',
    url: 'ที่อยู่เว็บ',
    urlHint: 'ขึ้นต้นด้วย https:// หรือ http://',
    pick: 'เลือกไฟล์ PDF',
    pickHint: 'ไม่เกิน 5 MB ระบบตรวจว่าเปิดได้ แล้วอ่านข้อความไว้ให้ค้น',
    again: 'เลือกไฟล์อื่น',
    tooLarge: `ไฟล์นี้ใหญ่เกิน 5 MB${end} ลองบันทึกเป็น PDF แบบขนาดเล็ก หรือแบ่งเป็นเล่ม`,
    reading: 'กำลังเตรียมไฟล์',
    sending: (sent: number, all: number) => `ส่งแล้ว ${sent} จาก ${all} ส่วน`,
    checking: 'กำลังตรวจว่าไฟล์เปิดได้ และอ่านข้อความ',
    stopped: `ส่งไฟล์ไม่จบ${end} เลือกไฟล์เดิมอีกครั้ง ระบบจะส่งต่อจากที่ค้าง`,
    ready: (name: string, octets: number, pages: number | undefined) =>
      `${name} · ${sizeWords(octets)}${pages === undefined ? '' : ` · ${pages} หน้า`}`,
    kept: 'ใช้ไฟล์เดิม',
    texts,
    scripts: `ไฟล์นี้มีสคริปต์อยู่ข้างใน ระบบไม่ให้ทำงานบนเว็บ แต่โปรแกรมของผู้เปิดอาจถาม${end} ถ้าไม่จำเป็นให้บันทึกเป็น PDF ใหม่`,
    propose: 'เสนอให้อนุมัติ',
    proposed: `เสนอแล้ว${end} รอผู้บริหารหรือผู้ดูแลระบบอนุมัติ`,
  },
  facts: {
    kind: 'ประเภท',
    item: 'ข้อ ITA',
    year: 'ปีงบประมาณ',
    unit: 'เจ้าของเรื่อง',
    day: 'ลงวันที่',
    source: 'เอกสาร',
    by: 'ผู้เสนอ',
  },
  draft: 'ฉบับที่รออนุมัติ',
  returned: (name: string, when: string) => `${name} ส่งกลับให้แก้ ${when}`,
  readIt: 'เปิดอ่านไฟล์ที่เสนอ',
  printed: (as: string) => `หน้าเว็บจะพิมพ์ผู้อนุมัติว่า “${as}”`,
  noPosition: `${you}ยังไม่มีตำแหน่งในระบบ จึงอนุมัติไม่ได้${end} ให้ผู้ดูแลระบบใส่ตำแหน่งที่ เจ้าหน้าที่`,
  own: `${you}เสนอเอง จึงต้องให้อีกคนอนุมัติ${end}`,
  approve: 'อนุมัติและเผยแพร่',
  approveAsks: (as: string) => `เผยแพร่ให้ประชาชนเห็น ในชื่อ ${as} ใช่ไหม${ask}`,
  approved: `เผยแพร่แล้ว${end}`,
  giveBack: 'ส่งกลับให้แก้',
  giveBackWords: 'ต้องแก้อะไร',
  givenBack: `ส่งกลับแล้ว${end}`,
  cancel: 'ถอนข้อเสนอ',
  cancelAsks: `ถอนข้อเสนอนี้ใช่ไหม${ask}`,
  cancelled: `ถอนข้อเสนอแล้ว${end}`,
  edit: 'แก้ข้อเสนอ',
  replace: 'เสนอฉบับใหม่แทน',
  withdraw: 'ถอนจากการเผยแพร่',
  because: 'เพราะอะไร (ประชาชนจะเห็น)',
  needsReason: `บอกเหตุผลก่อน${end}`,
  withdrawDone: `ถอนแล้ว${end} หน้านั้นแสดงวันที่และเหตุผล`,
  withdrawn: (day: string, by: string, because: string) => `ถอนเมื่อ ${day} โดย ${by} เพราะ ${because}`,
  open: 'เปิดหน้าที่เผยแพร่',
  versions: 'ทุกฉบับที่อนุมัติ',
  version: (n: number, day: string, by: string) => `ฉบับที่ ${n} อนุมัติ ${day} โดย ${by}`,
  undone,
  undoDone: `เลิกทำแล้ว${end}`,
  full: `เอกสารเผยแพร่เต็มแล้ว (400 เรื่อง หรือ 30 ฉบับต่อเรื่อง)${end} ถอนเรื่องที่เลิกใช้ก่อน`,
  file: (octets: number, pages: number | undefined) =>
    `PDF ${sizeWords(octets)}${pages === undefined ? '' : ` ${pages} หน้า`}`,
});

export type PapersWords = ReturnType<typeof papersWords>;
