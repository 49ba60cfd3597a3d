import type { Spoken } from './voice.ts';

/** Words around every public page, and of the pages that say only that there is nothing to show. */
export const frameWords = ({ you, end }: Spoken) => ({
  skip: 'ข้ามไปเนื้อหา',
  call: (phone: string) => `โทร ${phone}`,
  contact: (agency: string) => `ติดต่อ${agency}`,
  chat: 'คุยทาง LINE',
  tip: 'แจ้งทุจริต (ลับ)',
  track: 'ติดตามเรื่อง',
  outside: 'ช่องทางนอกหน่วยงาน',
  announcements: 'ประกาศ',
  papers: 'เอกสารเผยแพร่',
  questions: 'ถามบ่อย',
  privacy: `ข้อมูลส่วนบุคคลของ${you}`,
  notFound: {
    title: 'ไม่พบหน้านี้',
    description: (agency: string) => `ไม่พบหน้าที่${you}เปิด กลับไปหน้าแรกของ${agency}ได้`,
    heading: `ไม่พบหน้านี้${end}`,
    why: 'ที่อยู่อาจเปลี่ยนไป หรือพิมพ์ไม่ครบ',
    home: 'กลับหน้าแรก',
  },
  unavailable: {
    title: 'หน้านี้ยังเปิดไม่ได้',
    description: (agency: string) => `หน้านี้ยังเปิดไม่ได้ในขณะนี้ ติดต่อ${agency}ได้ตามช่องทางในหน้า`,
    heading: `หน้านี้ยังเปิดไม่ได้${end}`,
    meanwhile: 'ระบบบันทึกไว้แล้ว ลองใหม่ภายหลังได้ ระหว่างนี้ติดต่อได้ตามช่องทางด้านล่าง',
  },
});
