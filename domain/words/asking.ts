import { letters } from './clean.ts';
import { particles } from './particles.ts';
import { wordList } from './word-list.ts';

/** Words that ask, and say nothing of what about; longest first, so that none cuts another in two. */
export const asking = [
  ...particles,
  ...wordList(`
    อยากทราบ อยากถาม อยากรู้ ขอถาม ขอสอบถาม สอบถาม ถาม อยาก ทราบ ว่า หน่อย ได้ไหม ได้มั้ย ได้บ่ ไหม มั้ย หรือเปล่า หรือยัง
    ยังไง อย่างไร จังใด๋ ต้อง เมื่อไร เมื่อไหร่ ที่ไหน ตรงไหน วันไหน กี่โมง กี่บาท เท่าไร เท่าไหร่ อะไรบ้าง อะไร บ้าง ทำ
    ผม หนู ฉัน ดิฉัน รบกวน ช่วย เจ้าหน้าที่ อบต
  `),
]
  .map(letters)
  .filter((word) => word.length > 1)
  .toSorted((a, b) => b.length - a.length);
