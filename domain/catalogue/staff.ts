import type { Spoken } from './voice.ts';

/** Words for staff: joining, the buttons of the alert card, answering. */
export const staffWords = ({ end }: Spoken) => ({
  joined: (name: string, roles: string) => `เข้าร่วมแล้ว${end} ${name} (${roles})\nเรื่องใหม่จะแจ้งในแชตนี้`,
  roles: { admin: 'ผู้ดูแลระบบ', officer: 'เจ้าหน้าที่รับเรื่อง', integrity: 'ผู้รับเรื่องทุจริต', executive: 'ผู้บริหาร' },
  codeUsed: `รหัสเข้าร่วมนี้ใช้ไม่ได้แล้ว${end} ขอรหัสใหม่จากผู้ดูแลระบบ`,
  groupCode: `รหัสนี้สำหรับกลุ่ม${end} ส่งรหัสนี้ในกลุ่มที่จะรับแจ้งเตือน`,
  personCode: `รหัสนี้สำหรับบุคคล${end} ส่งรหัสนี้ในแชตส่วนตัวกับบัญชีนี้`,
  groupJoined: (label: string) => `กลุ่มนี้จะได้รับแจ้งเรื่องใหม่แล้ว${end} (${label})\nจะเห็นเฉพาะเลขเรื่อง หมวด และหมู่`,
  groupGreeting: (agency: string) => `สวัสดี${end} นี่คือ LINE ของ ${agency}\nในกลุ่มนี้ไม่เก็บและไม่ตอบข้อความ${end}`,
  testAlert: (agency: string) => `ข้อความทดสอบจาก ${agency}\nกลุ่มนี้จะได้รับแจ้งเรื่องใหม่ทางนี้${end}`,
  buttons: { accept: 'รับเรื่อง', start: 'กำลังดำเนินการ', resolve: 'ดำเนินการแล้ว', answer: 'ตอบ' },
  notStaff: `ปุ่มนี้สำหรับเจ้าหน้าที่${end}`,
  noCase: `ไม่พบเรื่องนี้แล้ว${end}`,
  notNow: (number: string, status: string) => `เลขเรื่อง ${number}\nตอนนี้${status} จึงทำขั้นนี้ไม่ได้${end}`,
  done: (number: string, status: string) => `บันทึกแล้ว${end} เลขเรื่อง ${number}\n${status}`,
  answer: (number: string, about: string) =>
    `ตอบเลขเรื่อง ${number}${about === '' ? '' : ` (${about})`}\nพิมพ์คำตอบได้เลย${end} ผู้แจ้งจะเห็นเมื่อกดส่ง`,
  answerOnlyWords: `คำตอบรับเป็นข้อความ${end}`,
  preview: `ผู้แจ้งจะเห็นแบบนี้${end}`,
  previewLabels: { send: 'ส่งคำตอบ', again: 'พิมพ์ใหม่' },
  sent: (number: string) => `ส่งคำตอบแล้ว${end}\nเลขเรื่อง ${number}`,
  answerDropped: `ไม่ได้ส่งคำตอบ${end}`,
});
