import type { Spoken } from './voice.ts';

/** Words of what is sent by itself: alerts to staff, the morning card, news to a reporter who asked for it. */
export const noticeWords = ({ end, ask }: Spoken) => ({
  caseNews: {
    new: 'เรื่องใหม่',
    reopened: 'ผู้แจ้งบอกว่ายังไม่เรียบร้อย',
    message: 'ผู้แจ้งส่งข้อความเพิ่ม',
    confirmed: 'ผู้แจ้งยืนยันว่าเรียบร้อยแล้ว',
  },
  rows: { about: 'เรื่อง', where: 'ที่', text: 'รายละเอียด', attached: 'แนบ', due: 'ตอบภายใน', number: 'เลขเรื่อง' },
  many: (count: number) => `มี ${count} เรื่องที่รออยู่`,
  manyMore: (count: number) => `และอีก ${count} เรื่อง`,
  tips: 'มีเรื่องลับรออ่าน เปิดหน้าผู้รับเรื่องเพื่ออ่าน',
  morning: (day: string) => `สรุปเช้านี้ ${day}`,
  morningRows: { fresh: 'รอรับเรื่อง', due: 'ครบกำหนดวันนี้', late: 'เกินกำหนด', open: 'ยังไม่เสร็จทั้งหมด' },
  morningNone: `ไม่มีเรื่องค้าง${end}`,
  reporter: {
    resolved: (number: string) => `เลขเรื่อง ${number}\nเจ้าหน้าที่แจ้งว่าแก้ไขแล้ว เรียบร้อยไหม${ask}`,
    answered: (number: string, answer: string) => `เลขเรื่อง ${number}\nเจ้าหน้าที่ตอบว่า: ${answer}`,
    declined: (number: string, reason: string) => `เลขเรื่อง ${number}\nอบต. ทำเรื่องนี้ไม่ได้${end} ${reason}`,
  },
});
