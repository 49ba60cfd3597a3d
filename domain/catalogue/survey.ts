import type { Spoken } from './voice.ts';

/** Words of the satisfaction survey. */
export const surveyWords = ({ end, ask }: Spoken) => ({
  service: `มาใช้บริการเรื่องไหน${ask}\n5 คำถามสั้น ๆ\nเจ้าหน้าที่ไม่เห็นว่าใครตอบ`,
  question: (n: number, of: number, words: string) => `ข้อ ${n} จาก ${of}\n${words}`,
  scale: { 5: '5 มากที่สุด', 4: '4 มาก', 3: '3 ปานกลาง', 2: '2 น้อย', 1: '1 น้อยที่สุด' },
  why: `เพราะอะไร${ask}\nเลือกหนึ่งข้อ หรือข้ามก็ได้`,
  more: `ตอบข้อหลักครบแล้ว${end}\nตอบเพิ่มอีกนิดไหม${ask}`,
  moreLabels: { yes: 'ตอบเพิ่ม', no: 'พอแล้ว' },
  age: `อายุช่วงไหน${ask} ข้ามได้`,
  comment: `ข้อสุดท้าย${end}\nอยากบอกอะไรเพิ่มไหม${ask} ข้ามได้\nอย่าใส่ชื่อหรือเบอร์โทรนะ${ask}`,
  done: `ส่งคำตอบแล้ว ขอบคุณ${end}\nเราจะนำไปปรับปรุงบริการ`,
  already: (service: string) => `เดือนนี้ประเมิน “${service}” แล้ว${end}\nเดือนหน้าประเมินได้อีก`,
  unknownService: `ไม่มีบริการนี้ให้ประเมินแล้ว${end}`,
  onlyAnswers: `ขอให้เลือกคำตอบก่อน${end}`,
});
