import type { ListName } from '../documents/names.ts';
import type { Spoken } from './voice.ts';

const lists: Readonly<Record<ListName, string>> = {
  register: 'ทะเบียนรับเรื่องร้องเรียน',
  answered: 'หลักฐานการตอบทันกำหนด',
  lpa: 'ชุด LPA การจัดการข้อร้องเรียน',
};

/** Words of the room in which papers are made for the office itself. */
export const consoleDocumentsWords = ({ end }: Spoken) => ({
  title: 'พิมพ์เอกสาร',
  about: `เอกสารสำหรับใช้ในสำนักงาน ยังไม่เผยแพร่${end} ถ้าจะให้ประชาชนเห็น เสนอที่ เผยแพร่`,
  what: 'เอกสาร',
  lists,
  year: 'ปีงบประมาณ',
  preset: 'ช่วงข้อมูล',
  digits: 'ตัวเลข',
  show: 'ดูเอกสาร',
  print: 'พิมพ์',
  printHint: 'ในหน้าต่างพิมพ์ เลือก บันทึกเป็น PDF ได้',
  excel: 'Excel',
  csv: (caption: string) => `CSV ${caption}`,
  saved: `บันทึกไฟล์แล้ว${end}`,
  loaded: (count: number) => `อ่านทะเบียนแล้ว ${count} เรื่อง`,
  facts: { agency: 'หน่วยงาน', item: 'ข้อ OIT', period: 'ช่วงเวลา', method: 'วิธีการ', printedOn: 'จัดทำเมื่อ' },
  own: (day: string) => `${day} ใช้ภายในสำนักงาน ยังไม่ใช่ฉบับที่เผยแพร่`,
  memo: {
    title: (number: string) => `บันทึกข้อความ ${number}`,
    link: 'พิมพ์บันทึกข้อความ',
    back: 'กลับไปที่เรื่อง',
    about: `แก้ได้ก่อนพิมพ์ ระบบไม่เก็บที่แก้${end} ตรวจว่าไม่มีชื่อผู้แจ้งถ้าไม่จำเป็น`,
    number: 'เลขที่หนังสือ',
    numberHint: 'เว้นไว้ได้ แล้วเขียนด้วยมือ',
    subject: 'เรื่อง',
    to: 'เรียน',
    body: 'ข้อความ',
    bodyHint: 'ขึ้นบรรทัดใหม่คือขึ้นย่อหน้าใหม่',
    name: 'ผู้ลงชื่อ',
    position: 'ตำแหน่ง',
    sheet: 'ตัวอย่างที่จะพิมพ์',
  },
});

export type ConsoleDocumentsWords = ReturnType<typeof consoleDocumentsWords>;
