import type { ProposalKind, ProposalState } from '../staff/publish.ts';
import type { Spoken } from './voice.ts';

const kinds: Readonly<Record<ProposalKind, string>> = {
  result: 'ผลประเมิน ITA',
  evidence: 'หลักฐาน OIT',
  measures: 'ความก้าวหน้าของมาตรการ',
  questions: 'คำถามที่พบบ่อย',
};

const states: Readonly<Record<ProposalState, string>> = {
  waiting: 'รออนุมัติ',
  approved: 'อนุมัติแล้ว',
  returned: 'ส่งกลับ',
  cancelled: 'ถอนข้อเสนอ',
};

/** Words for what is published: proposing, seeing it first, approving, taking down. */
export const publishWords = ({ you, end, ask }: Spoken) => ({
  title: 'เผยแพร่',
  waitsForApprover: 'รอผู้อนุมัติ',
  about: `เจ้าหน้าที่เสนอ ผู้บริหารอนุมัติ คนที่เสนออนุมัติเองไม่ได้${end} ประชาชนเห็นเฉพาะที่อนุมัติแล้ว`,
  all: 'เผยแพร่ทั้งหมด',
  kinds,
  states,
  waiting: 'รออนุมัติ',
  nothingWaits: `ไม่มีอะไรรออนุมัติ${end}`,
  history: 'ที่เสนอมาแล้วทั้งหมด',
  noHistory: `ยังไม่มีใครเสนออะไร${end}`,
  titleOf: (kind: ProposalKind, title: string | undefined, year: number | undefined) =>
    [title ?? kinds[kind], ...(year === undefined ? [] : [`ปี ${year}`])].join(' '),
  proposedBy: (name: string, at: string) => `${name} เสนอ ${at}`,
  mine: `(${you}เอง)`,
  decidedBy: (state: ProposalState, name: string, at: string) => `${states[state]}โดย ${name} ${at}`,
  propose: 'เสนอให้อนุมัติ',
  proposed: `เสนอแล้ว${end} ตรวจดูหน้าตัวอย่างได้เลย`,
  nothingToPropose: `ยังไม่มีข้อมูลให้เสนอ${end}`,
  preview: 'ตัวอย่างที่ประชาชนจะเห็น',
  previewHint: `ยังไม่เผยแพร่${end} นี่คือหน้าเดียวกับที่จะขึ้นเมื่ออนุมัติวันนี้`,
  previewOld: `หน้านี้คือที่เสนอไว้${end}`,
  printed: (as: string) => `ในหน้าเว็บจะพิมพ์ผู้อนุมัติว่า “${as}”`,
  noPosition: `${you}ยังไม่มีตำแหน่งในระบบ จึงอนุมัติไม่ได้${end} ให้ผู้ดูแลระบบใส่ตำแหน่งที่ เจ้าหน้าที่`,
  approve: 'อนุมัติและเผยแพร่',
  approveAsks: (as: string) => `เผยแพร่ให้ประชาชนเห็น ในชื่อ ${as} ใช่ไหม${ask}`,
  approved: `เผยแพร่แล้ว${end}`,
  own: `${you}เสนอเอง จึงต้องให้ผู้บริหารอีกคนอนุมัติ${end}`,
  giveBack: 'ส่งกลับให้แก้',
  giveBackWords: 'ต้องแก้อะไร',
  givenBack: `ส่งกลับแล้ว${end}`,
  cancel: 'ถอนข้อเสนอ',
  cancelAsks: `ถอนข้อเสนอนี้ใช่ไหม${ask}`,
  cancelled: `ถอนข้อเสนอแล้ว${end}`,
  changed: `สิ่งที่เผยแพร่อยู่เปลี่ยนไปหลังเสนอ หรือมีคนตัดสินไปแล้ว${end} ให้เสนอใหม่จากของตอนนี้`,
  open: 'เปิดหน้าที่เผยแพร่',
  decide: 'ทำอะไรต่อ',
  result: {
    title: 'ผลประเมิน ITA',
    none: `ยังไม่มีผลที่นำเข้า${end} ให้ผู้ดูแลเครื่องนำเข้าก่อน (npm run import)`,
    imported: (day: string) => `นำเข้าเมื่อ ${day}`,
    approved: (day: string, by: string) => `เผยแพร่อยู่ อนุมัติ ${day} โดย ${by}`,
    notApproved: 'ยังไม่เผยแพร่',
  },
  evidence: {
    title: 'หลักฐาน OIT',
    none: `ยังไม่มีหลักฐานที่อนุมัติ${end}`,
    which: 'หน้าไหน',
    year: 'ปีงบประมาณ',
    preset: 'ช่วงข้อมูล',
    digits: 'ตัวเลข',
    add: 'เสนอหน้าหลักฐาน',
    hint: 'ระบบรวบรวมข้อมูล ณ ตอนนี้ให้ แล้วจะไม่เปลี่ยนอีก',
    version: (n: number, day: string, by: string) => `ฉบับที่ ${n} อนุมัติ ${day} โดย ${by}`,
  },
  withdrawn: (day: string, by: string, because: string) => `ถอนเมื่อ ${day} โดย ${by} เพราะ ${because}`,
  withdraw: 'ถอนจากการเผยแพร่',
  withdrawBecause: 'เพราะอะไร (ประชาชนจะเห็น)',
  withdrawDone: `ถอนแล้ว${end} หน้านั้นแสดงวันที่และเหตุผล`,
  needsReason: `บอกเหตุผลก่อน${end}`,
  measures: {
    title: 'ความก้าวหน้าของมาตรการ',
    about: `บันทึกทีละขั้นตอนที่หน้า มาตรการ แล้วเสนอเผยแพร่จากหน้านั้น${end}`,
    open: 'ไปหน้า มาตรการ',
  },
  questions: {
    title: 'คำถามที่พบบ่อย',
    question: 'คำถาม',
    answer: 'คำตอบ',
    add: 'เพิ่มคำถาม',
    takeOut: `นำมาจากเรื่องที่ตอบแล้ว${end} ลบชื่อ เบอร์โทร และทุกอย่างที่บอกว่าใครถามออกก่อน แล้วค่อยเสนอ`,
  },
});

export type PublishWords = ReturnType<typeof publishWords>;
