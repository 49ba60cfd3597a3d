import type { Spoken } from './voice.ts';

/** Words of what is sent by itself: alerts to staff, the morning card, news to a reporter who asked for it. */
export const noticeWords = ({ end, ask }: Spoken) => ({
  caseNews: {
    new: 'เรื่องใหม่',
    reopened: 'ยังไม่เรียบร้อย',
    message: 'ข้อความเพิ่ม',
    confirmed: 'ผู้แจ้งยืนยันว่าเรียบร้อย',
    review: 'ผู้แจ้งขอให้ทบทวน',
    assigned: 'มอบหมายให้ดูแล',
    unaccepted: 'ยังไม่มีใครรับเรื่อง',
    waited: 'ครบกำหนดที่รอไว้',
  },
  headline: (news: string, about: string) => `${news} · ${about}`,
  rows: {
    about: 'เรื่อง',
    where: 'สถานที่',
    text: 'รายละเอียด',
    message: 'ข้อความจากผู้แจ้ง',
    attached: 'แนบ',
    due: 'ตอบภายใน',
    number: 'เลขเรื่อง',
  },
  attached: (count: number) => `รูปหรือเสียง ${count} ชิ้น`,
  many: (count: number) => `มี ${count} เรื่องรออยู่`,
  manyMore: (count: number) => `และอีก ${count} เรื่อง`,
  manyNews: (news: string, number: string) => `${number} · ${news}`,
  act: (button: string, number: string) => `${button} ${number}`,
  tips: 'มีเรื่องลับรออ่าน เปิดหน้าผู้รับเรื่องเพื่ออ่าน',
  keyRecovery: 'กุญแจสำรองของหน่วยงาน',
  keyWhere: `ดูได้ที่หน้าเจ้าหน้าที่ เมนู “กุญแจ”${end}`,
  keys: {
    made: (whose: string) =>
      `มีกุญแจเรื่องลับดอกใหม่ ของ${whose}\nจะเริ่มใช้ได้เมื่อครบ 24 ชั่วโมง ถ้าไม่รู้เรื่องนี้มาก่อน ให้กดยกเลิกทันที`,
    confirmed: (whose: string) => `มีผู้ยืนยันกุญแจเรื่องลับของ${whose}แล้ว`,
    ready: (whose: string) => `กุญแจเรื่องลับของ${whose}รอครบ 24 ชั่วโมงแล้ว เปิดหน้าเจ้าหน้าที่เพื่อเริ่มใช้`,
    begun: (whose: string) => `กุญแจเรื่องลับของ${whose}เริ่มใช้แล้ว`,
    cancelled: (whose: string) => `ยกเลิกกุญแจเรื่องลับดอกใหม่ของ${whose}แล้ว`,
    opened: (whose: string) => `มีผู้ขอใช้กุญแจสำรองเปิดเรื่องลับ: ${whose}`,
  },
  morning: (day: string) => `สรุปเช้านี้ ${day}`,
  morningRows: {
    fresh: 'รอรับเรื่อง',
    due: 'ครบกำหนดวันนี้',
    late: 'เกินกำหนด',
    open: 'ยังไม่เสร็จทั้งหมด',
  },
  morningCount: (count: number) => `${count} เรื่อง`,
  uncounted: {
    label: 'ยอดบริการเดือนก่อน',
    count: (count: number) => `ยังไม่กรอก ${count} บริการ`,
    open: 'กรอกยอดบริการ',
  },
  approvals: {
    label: 'รออนุมัติ',
    count: (count: number) => `${count} รายการ`,
    open: 'ดูที่รออนุมัติ',
  },
  erasures: {
    label: 'ขอลบข้อมูล',
    count: (count: number, late: number) => `${count} เรื่อง${late > 0 ? ` เลยกำหนดตอบ ${late}` : ''}`,
    open: 'ดูที่ขอลบข้อมูล',
  },
  lateSteps: { label: 'มาตรการเลยกำหนด', count: (count: number) => `${count} ขั้นตอน` },
  steps: {
    title: (count: number) => `มาตรการใกล้ครบกำหนด ${count} ขั้นตอน`,
    more: (count: number) => `และอีก ${count} ขั้นตอน`,
  },
  reporter: {
    resolved: (number: string) => `เลขเรื่อง ${number}\nเจ้าหน้าที่แจ้งว่าแก้ไขแล้ว\nเรียบร้อยไหม${ask}`,
    answered: (number: string, answer: string) => `เลขเรื่อง ${number}\nเจ้าหน้าที่ตอบว่า\n${answer}`,
    asked: (number: string, question: string) => `เลขเรื่อง ${number}\nเจ้าหน้าที่ขอถามเพิ่ม${end}\n${question}`,
    waiting: (number: string, waiting: string) => `เลขเรื่อง ${number}\nเรื่องนี้ต้องรอก่อน${end}\n${waiting}`,
    referred: (number: string, to: string, contact: string) =>
      `เลขเรื่อง ${number}\nส่งต่อถึง ${to} แล้ว${end}\nติดต่อ ${contact}`,
    reviewed: (number: string, result: string, words: string) =>
      `เลขเรื่อง ${number}\n${result}${end}\n${words}`.trimEnd(),
    declined: (number: string, reason: string, next: string) =>
      [`เลขเรื่อง ${number}`, `หน่วยงานทำเรื่องนี้ไม่ได้${end} ${reason}`.trimEnd(), next]
        .filter((line) => line !== '')
        .join('\n'),
  },
  see: 'ดูเรื่องนี้',
  openConsole: 'เปิดในหน้าเจ้าหน้าที่',
});
