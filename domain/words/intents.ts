import { letters } from './clean.ts';
import { graphemes } from './graphemes.ts';
import { particles } from './particles.ts';
import { isMadeOf, piecesOf } from './tiling.ts';
import { wordList } from './word-list.ts';

const polite = [
  ...particles,
  ...wordList(`
  ขอ อยาก จะ ช่วย รบกวน ผม หนู ฉัน ดิฉัน ข้อย เฮา ป้า ลุง ยาย ตา แอดมิน เจ้าหน้าที่ อบต อบตเขิน น้อง
  พี่ คุณ ท่าน ทุกคน ทุกท่าน ได้ไหม ได้มั้ย ได้บ่ ไหม มั้ย บ่ มากๆ มาก ๆ ครับท่าน
`),
];

const wish = (core: string, filler: string) => {
  const cores = piecesOf(wordList(core).map(letters));
  const fillers = piecesOf([...polite, ...wordList(filler)].map(letters));
  return (text: string): boolean => isMadeOf(letters(text), cores, fillers);
};

/** Nothing but a greeting, in words, in a message of the day (สวัสดีวันจันทร์) or in an emoji. */
export const isGreeting = (text: string): boolean => greets(text) || /^(?:👋|🙋|🤗)+$/u.test(bareEmoji(text));

const greets = wish(
  `
    สวัสดี สวัดดี สวัสดิ์ดี สวสดี สวัสดีี หวัดดี หวัดดีี ดีจ้า ดีค่ะ ดีครับ ดีคับ อรุณสวัสดิ์
    ราตรีสวัสดิ์ ฝันดี ฮัลโหล ฮาโหล ฮัลโล hello hi hey สบายดี ทดสอบ test มีใครอยู่ มีคนอยู่ อยู่ไหม
    อยู่มั้ย อยู่บ่ ทักทาย ทักมาใหม่
  `,
  `
    ตอน เช้า สาย บ่าย เย็น ค่ำ ยาม วัน จันทร์ อังคาร พุธ พฤหัส พฤหัสบดี ศุกร์ เสาร์ อาทิตย์ พระ
    ปีใหม่ นี้ ใหม่ กัน เป็นไง บ้าง ขอให้มีความสุข มีความสุข สดใส สุขภาพแข็งแรง กินข้าวหรือยัง
    กินข้าวแล้วบ่ ทาง ที่นี่ ดี
  `,
);

/** Nothing but thanks, praise or an acknowledgement (รับทราบ, โอเค, ครับ, 👍). */
export const isThanks = (text: string): boolean =>
  thanks(text) || /^(?:🙏|👍|👌|❤|😊|🥰|😍|👏|💕|🌹|😀|😁|🙂|☺)+$/u.test(bareEmoji(text));

const thanks = wish(
  `
    ขอบคุณ ขอบคุน ขอบคุณณ ขอบใจ ขอบพระคุณ ขอบคุณหลาย ขอบใจหลาย thank thankyou thanks thx สาธุ
    รับทราบ ทราบแล้ว โอเค โอเคร โอเช ok okay เข้าใจแล้ว เยี่ยม เยี่ยมมาก ดีมาก ครับ ครับผม คับ ค่ะ
    คะ จ้า จ้ะ อือ อืม เออ ได้
  `,
  `
    ล่วงหน้า หลาย เด้อ จริง จาก ใจ สำหรับ คำตอบ ข้อมูล ที่ ช่วยเหลือ บริการ ดีๆ ทำงานดี บริการดี
    รวดเร็ว ไว ทันใจ ขอให้เจริญ นาย นายก ปลัด ช่าง ทีมงาน you และ
  `,
);

/** Asks for the menu. เริ่มใหม่ is not one of its words: it answers the question about an old draft. */
export const asksForMenu = wish(
  `
    เมนู เมนุ เมณู เมนูหลัก menu หน้าหลัก หน้าแรก รายการ ทำอะไรได้บ้าง help วิธีใช้ ใช้ยังไง
  `,
  `
    ดู กลับ ไป ไปที่ เปิด หลัก มี อะไร บ้าง ทั้งหมด
  `,
);

/** Wants to leave what was begun. */
export const asksToCancel = wish(
  `
    ยกเลิก ยกเลิ้ก ยกเลิค cancel เลิก ไม่เอา ไม่เอาแล้ว บ่เอา บ่เอาแล้ว ไม่ส่ง ไม่ส่งแล้ว ไม่แจ้ง
    ไม่แจ้งแล้ว บ่แจ้ง บ่แจ้งแล้ว ไม่ทำแล้ว หยุด stop ออก
  `,
  `
    ทั้งหมด เรื่อง เรื่องนี้ อันนี้ การแจ้ง แจ้ง ก่อน ดีกว่า รายการ นี้
  `,
);

/** Wants the step before this one. */
export const asksToGoBack = wish(
  `
    ย้อนกลับ ย้อน ย้อนกับ ก่อนหน้า ก่อนหน้านี้ back กลับ ถอยกลับ ถอยหลัง ข้อก่อน ข้อที่แล้ว
  `,
  `
    ไป หน้า ข้อ ไปข้อ ขั้น ก่อน อัน แก้
  `,
);

/** Wants a person or a telephone number. */
export const asksForHuman = wish(
  `
    คุยกับเจ้าหน้าที่ คุยกับคน คุยกับคนจริง คุยกับแอดมิน พูดกับเจ้าหน้าที่ คุยเจ้าหน้าที่ ขอสาย
    คนจริง ติดต่อเจ้าหน้าที่ ติดต่ออบต ติดต่อ เบอร์โทร เบอร์ เบอ เบอร์ติดต่อ โทรศัพท์ โทร โทรหา
    โทสับ
  `,
  `
    ได้ เบอร์ไหน ไหน ไปไหน ที่ไหน ยังไง อย่างไร จังใด๋ ของ นายก ปลัด กองช่าง กองคลัง สำนักงาน อะไร
    คือ มี กับ หา คน เอา ทาง หมายเลข ไป เขิน ตำบล
  `,
);

/** Asks for the assessors' own questions. */
export const asksForEit = wish(
  `
    eit แบบวัดeit แบบ eit แบบสอบถามeit แบบประเมินeit แบบวัด แบบวัดการรับรู้ แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก
    แบบสอบถามปปช แบบประเมินปปช ประเมินita แบบประเมินita
  `,
  `
    ตอบ ทำ ของ ปปช ลิงก์ ลิงค์ ที่ไหน ตรงไหน ยังไง ประเมิน แบบสอบถาม ita ปี ภายนอก
  `,
);

/** Wants to know what the agency announces; what is asked of one paper by its subject is no such wish. */
export const asksForAnnouncements = wish(
  `
    ประกาศ ข่าว ข่าวสาร ข่าวประชาสัมพันธ์ ประชาสัมพันธ์ ข่าวคราว
  `,
  `
    มี อะไร อิหยัง หยัง บ้าง ใหม่ ใหม่ๆ ล่าสุด ล่าสุดของ วันนี้ ตอนนี้ ช่วงนี้ เดือนนี้ อาทิตย์นี้ สัปดาห์นี้
    ของ จาก ดู อ่าน เบิ่ง ฟัง รู้ ติดตาม ทั้งหมด อยู่ไหน ที่ไหน ตรงไหน อยู่ไส หมู่บ้าน ตำบล ท้องถิ่น
    เทศบาล หน่วยงาน เขิน ได้ มีไหม มีมั้ย หรือเปล่า หรือยัง เรื่อง และ กับ
  `,
);

/** Wants the list of the cases they asked to be told about. */
export const asksForMine = wish(
  `
    เรื่องของฉัน เรื่องของผม เรื่องของหนู เรื่องของเฮา เรื่องของข้อย เรื่องของดิฉัน เรื่องฉัน
    เรื่องผม เรื่องที่แจ้ง เรื่องที่ฉันแจ้ง เรื่องที่ผมแจ้ง เรื่องที่เคยแจ้ง เรื่องเก่า รายการของฉัน
  `,
  `
    ดู เช็ค เช็ก ไว้ ไป ไปแล้ว ทั้งหมด มี อะไร บ้าง
  `,
);

/** Wants to know what became of a case. */
export const asksToTrack = wish(
  `
    ติดตาม ตามเรื่อง เช็คเรื่อง เช็กเรื่อง ถามเรื่องที่แจ้ง ถึงไหนแล้ว ไปถึงไหนแล้ว ฮอดไสแล้ว
    คืบหน้า ความคืบหน้า สถานะ ดูสถานะ เช็คสถานะ ผลเป็นยังไง ดูคำตอบ ดูผล track
  `,
  `
    เรื่อง ที่ แจ้ง แจ้งไว้ ไว้ ไป ของ เรื่องของ ดู ถาม สอบถาม ร้องเรียน คำร้อง ผล ตอนนี้ เป็น ยังไง
    บ้าง วันก่อน เมื่อวาน อาทิตย์ก่อน เดือนก่อน เดือนที่แล้ว อาทิตย์ที่แล้ว
  `,
);

const lostCode =
  /(?:รหัส|โค้ด|เลขลับ|เลขรับเรื่อง)[ก-๙]{0,12}?(?:หาย|ลืม|ไม่เจอ|ไม่พบ|บ่เห็น|บ่เจอ|ไม่ได้จด|ไม่ได้|ลบ|บ่ได้)|(?:ลืม|จำ|หา|ทำ|ไม่รู้|ไม่มี|บ่ได้จด|ไม่ได้จด|ลบ)(?:แชต|แชท)?รหัส/u;
const otherCode = /รหัส(?:atm|เอทีเอ็ม|wifi|ไวไฟ|ไปรษณี|เฟส|ผ่าน|สินค้า|นักศึกษา|เครื่อง)/u;
const longestPlea = 60;

/** Says that the secret code of a case is lost; codes of other things do not count. */
export function lostReceipt(text: string): boolean {
  const plain = letters(text);
  return graphemes(plain) <= longestPlea && lostCode.test(plain) && !otherCode.test(plain);
}

const bareEmoji = (text: string): string => text.replace(/\s|\ufe0f|\u200d|[\u{1f3fb}-\u{1f3ff}]/gu, '');
