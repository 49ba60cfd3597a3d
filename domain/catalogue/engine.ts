import type { Spoken } from './voice.ts';

/** Words that belong to no single flow: the menu, greetings, stale buttons, what cannot be taken. */
export const engineWords = ({ you, end, ask }: Spoken) => ({
  welcome: (agency: string) =>
    `สวัสดี${end} LINE ของ ${agency}\nพิมพ์ พูด หรือส่งรูปมาได้เลย${end}\n\nเราไม่ขอเลขบัตร รหัส OTP หรือให้โอนเงิน`,
  menu: `ต้องการเรื่องไหน${ask}\nพิมพ์หรือส่งรูปมาได้เลย${end}`,
  menuLabels: {
    complaint: 'แจ้งปัญหา/แจ้งซ่อม',
    tip: 'แจ้งทุจริต (ลับ)',
    track: 'ติดตามเรื่อง',
    question: 'สอบถาม',
    survey: 'ประเมินบริการ',
    contact: (agency: string) => `ติดต่อ ${agency}`,
    mine: 'เรื่องของฉัน',
    menu: 'เมนู',
  },
  resume: 'ทำต่อ',
  startAnew: 'เริ่มใหม่',
  setAside: `มีเรื่องที่ทำค้างไว้ ยังอยู่ครบ${end}`,
  asideFirst: `มีเรื่องที่ทำค้างไว้${end} ทำเรื่องนั้นต่อ หรือลบแล้วเริ่มเรื่องใหม่${ask}`,
  cancel: 'ยกเลิก',
  back: 'ย้อนกลับ',
  skip: 'ข้าม',
  morePage: 'ดูเพิ่ม',
  cancelled: `ลบเรื่องที่ทำค้างไว้แล้ว${end} เริ่มใหม่ได้ทุกเมื่อ`,
  nothingToCancel: `ไม่มีเรื่องค้างอยู่${end}`,
  greeting: `สวัสดี${end} มีอะไรให้ช่วย พิมพ์หรือส่งรูปมาได้เลย${end}`,
  thanks: `ยินดี${end}`,
  sticker: `ขอบคุณสำหรับสติกเกอร์${end}`,
  stale: `ปุ่มนี้เป็นของเรื่องก่อนหน้า ใช้ไม่ได้แล้ว${end}`,
  earlierQuestion: `คำถามนั้นผ่านไปแล้ว${end} ตอนนี้อยู่ที่คำถามนี้`,
  notUnderstood: `ขอให้กดปุ่ม หรือพิมพ์ตัวเลขหน้าคำตอบ${end}`,
  restarted: `ระบบเพิ่งปรับปรุง เรื่องที่พิมพ์ค้างไว้หายไป ขออภัย${end} ช่วยพิมพ์อีกครั้งนะ${ask}`,
  tooLong: `ข้อความยาวเกินไป${end} ช่วยแบ่งส่งเป็นสองข้อความนะ${ask} ที่ส่งมาก่อนหน้ายังอยู่ครบ`,
  draftFull: `เก็บข้อความได้เท่านี้${end} ที่ส่งมาก่อนหน้ายังอยู่ครบ กดไปต่อได้เลย`,
  attachmentsFull: `แนบรูปและเสียงได้ 5 ชิ้น${end} ที่ส่งมาแล้วยังอยู่ครบ`,
  unsupported: {
    video: `วิดีโอยังรับไม่ได้${end} ส่งเป็นรูป หรือพิมพ์เล่าแทนได้เลย`,
    file: `ไฟล์ยังรับไม่ได้${end} ถ่ายรูปเอกสารส่งมา หรือพิมพ์เล่าแทนได้เลย`,
  },
  refusedMedia: {
    photo: {
      too_large: `รูปใหญ่เกินไป${end} ลองถ่ายใหม่ หรือจับภาพหน้าจอแล้วส่งอีกครั้ง`,
      too_many_pixels: `รูปละเอียดเกินกว่าที่รับได้${end} จับภาพหน้าจอของรูปนี้ แล้วส่งอีกครั้ง`,
      unreadable: `เปิดรูปนี้ไม่ได้${end} ลองถ่ายใหม่แล้วส่งอีกครั้ง หรือพิมพ์เล่าแทน`,
      too_slow: `ตอนนี้รับรูปไม่ทัน${end} รอสักครู่แล้วส่งรูปอีกครั้ง`,
      gone: `รูปมาไม่ถึง${end} ช่วยส่งอีกครั้ง`,
    },
    voice: {
      too_large: `เสียงยาวเกินไป${end} ช่วยแบ่งอัดเป็นช่วงสั้น ๆ หรือพิมพ์เล่าแทน`,
      too_many_pixels: `เปิดเสียงนี้ไม่ได้${end} ลองอัดใหม่ หรือพิมพ์เล่าแทน`,
      unreadable: `เปิดเสียงนี้ไม่ได้${end} ลองอัดใหม่ หรือพิมพ์เล่าแทน`,
      too_slow: `ตอนนี้รับเสียงไม่ทัน${end} รอสักครู่แล้วส่งอีกครั้ง`,
      gone: `เสียงมาไม่ถึง${end} ช่วยส่งอีกครั้ง`,
    },
  },
  contact: (agency: string, phone: string, hours: string) =>
    `${agency}\nโทร ${phone}\nเวลาราชการ ${hours}\n\nเหตุด่วนโทรได้ตลอดเวลา${end}`,
  call: (name: string) => `โทร ${name}`,
  danger: `ถ้ากำลังอันตราย โทรก่อนเลย${end}\nเจ็บป่วยฉุกเฉิน 1669 · ตำรวจ 191 · ดับเพลิง 199`,
  limit: (most: number, phone: string) =>
    `วันนี้${you}ส่งครบ ${most} เรื่องแล้ว${end} ที่พิมพ์ไว้ยังอยู่ ส่งได้อีกพรุ่งนี้ เรื่องด่วนโทร ${phone}`,
  count: (texts: number, photos: number, voices: number, places: number) =>
    [
      texts > 0 ? `ข้อความ ${texts}` : '',
      photos > 0 ? `รูป ${photos}` : '',
      voices > 0 ? `เสียง ${voices}` : '',
      places > 0 ? 'ตำแหน่ง 1' : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
});
