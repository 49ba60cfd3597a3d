import { tellsOfCorruption, tellsOfDanger } from './alarm.ts';
import { letters } from './clean.ts';
import { graphemes } from './graphemes.ts';

const longest = 60;

/** Names that nothing but a paper has: they may stand alone, or begin a message. */
const sure =
  'คู่มือ|ข้อบัญญัติ|เทศบัญญัติ|แบบฟอร์ม|แบบคำขอ|แบบคำร้อง|ใบคำร้อง|แผนพัฒนา|แผนปฏิบัติการ|แผนดำเนินงาน|แผนอัตรากำลัง|แผนการจัดซื้อ|แผนจัดซื้อ|ราคากลาง|งบประมาณรายจ่าย';
/** Names that are also said of other things: somebody must ask for them. */
const asked = `${sure}|เอกสาร|ไฟล์|pdf|แผน|งบประมาณ|รายงาน|ประกาศ|คำสั่ง|ระเบียบ|หลักเกณฑ์|จัดซื้อจัดจ้าง|สัญญาจ้าง`;
const polite = '(?:สวัสดี|ครับ|คับ|ค่ะ|คะ|รบกวน|ช่วย|ผม|หนู|ฉัน|ดิฉัน|ข้อย|เฮา|อยากจะ|อยาก|ต้องการ|จะ|ขอ|เจ้าหน้าที่|แอดมิน)*';
const verb = '(?:ขอดู|ขอ|ดู|หา|ค้นหา|ค้น|เอา|ดาวน์โหลด|โหลด|เปิด|อ่าน|ได้|อยาก|ต้องการ|เบิ่ง|มี|ขอเบิ่ง|ส่ง)';

const beginsSure = new RegExp(`^${polite}(?:${sure})`, 'u');
const beginsAsking = new RegExp(`^${polite}${verb}+(?:ตัว|พวก|สำเนา|ตัวอย่าง)?(?:${asked})`, 'u');
const asksWhere = new RegExp(
  `(?:${asked}).*(?:มีไหม|มีมั้ย|มีบ่|มีหรือไม่|อยู่ไหน|อยู่ที่ไหน|อยู่ตรงไหน|ดูได้ที่ไหน|ดูที่ไหน|ดูตรงไหน|หาได้ที่ไหน|โหลดที่ไหน|โหลดได้ที่ไหน|โหลดตรงไหน|อยู่ไส|เบิ่งไส)(?:ครับ|คับ|ค่ะ|คะ|จ้า|จ๊ะ|เนาะ|น้อ)*$`,
  'u',
);
/** What tells of trouble, or asks for something to be done: that is no wish for a paper. */
const trouble =
  /ร้องเรียน|แจ้ง(?!เตือน)|ปัญหา|เสีย(?!ภาษี)|พัง|ไม่ได้รับ|ไม่มา|ไม่ตรง|ผิดพลาด|ตกหล่น|ช้า|ไม่พอ|หาย|ซ่อม(?!แซมบ้าน)|ประกาศเสียงตามสาย/u;

/** Whether a message asks for something that the agency publishes: a manual, a regulation, a plan, a form. */
export function asksForPaper(text: string): boolean {
  const plain = letters(text);
  if (graphemes(plain) > longest) return false;
  if (!beginsSure.test(plain) && !beginsAsking.test(plain) && !asksWhere.test(plain)) return false;
  return !trouble.test(plain) && !tellsOfCorruption(text) && !tellsOfDanger(text);
}
