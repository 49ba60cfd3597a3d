import type { Role } from '../agency/staff.ts';
import type { Spoken } from './voice.ts';

/** What the audit notes beside an action with people. */
export const peopleNotes = { inviteDropped: 'ยกเลิกคำเชิญ' };

const roleHints: Readonly<Record<Role, string>> = {
  officer: 'เห็นและตอบเรื่องทั่วไป ไม่เห็นเรื่องลับ',
  integrity: 'อ่านและตอบเรื่องลับเท่านั้น ต้องสร้างกุญแจก่อน',
  executive: 'ดูเรื่องและตัวเลข ทบทวน อนุมัติสิ่งที่เผยแพร่ ไม่เห็นเรื่องลับ',
  admin: 'จัดการคนและตั้งค่า และรับเรื่องได้ ไม่เห็นเรื่องลับ',
};

/** Words for the people who work for the agency. */
export const peopleWords = ({ you, end, ask }: Spoken) => ({
  title: 'เจ้าหน้าที่',
  invite: 'เชิญเจ้าหน้าที่',
  all: 'เจ้าหน้าที่ทั้งหมด',
  count: (n: number) => `${n} คน`,
  self: `(${you})`,
  roleHints,
  name: 'ชื่อและนามสกุล',
  position: 'ตำแหน่ง',
  email: 'อีเมล',
  emailHint: 'แจ้งเตือนทางอีเมลด้วยนอกจาก LINE อีเมลบอกแค่จำนวนและเลขเรื่อง ไม่มีข้อความของผู้แจ้ง',
  positionHint: 'พิมพ์ต่อท้ายชื่อ เมื่ออนุมัติสิ่งที่เผยแพร่ เช่น ปลัด อบต.เขิน',
  roles: 'บทบาท',
  unit: 'กอง/สำนัก',
  noUnit: 'ไม่สังกัดกอง',
  duties: 'หมวดที่ดูแล',
  nothing: 'ยังไม่มี',
  dutiesHint: `ผู้รับผิดชอบและคนแทนจะได้รับแจ้งเมื่อมีเรื่องใหม่${end} เลือกให้คนนี้ จะแทนคนเดิมของหมวด`,
  duty: { none: 'ไม่ดูแล', person: 'ผู้รับผิดชอบ', deputy: 'คนแทน' },
  heads: 'เป็นหัวหน้ากอง',
  asPerson: (labels: string) => `รับผิดชอบ ${labels}`,
  asDeputy: (labels: string) => `แทน ${labels}`,
  asHead: (labels: string) => `หัวหน้า${labels}`,
  readsTips: 'อ่านเรื่องลับได้',
  noKeyYet: 'ยังไม่มีกุญแจอ่านเรื่องลับ',
  save: 'บันทึก',
  saved: `บันทึกแล้ว${end}`,
  tipsLost: `ถ้าเปลี่ยนกอง หรือเอาบทบาทผู้รับเรื่องทุจริตออก คนนี้จะไม่ได้รับเรื่องลับใหม่ จนกว่าจะสร้างกุญแจใหม่และรอ 24 ชั่วโมง${end}`,
  changed: `มีคนแก้ข้อมูลคนนี้ไปแล้ว${end} ที่${you}พิมพ์ไว้ยังอยู่ครบ ดูของตอนนี้ก่อน แล้วกดบันทึกอีกครั้งถ้ายังต้องการ`,
  nowIs: (words: string) => `ตอนนี้: ${words}`,
  remove: 'เอาออกจากเจ้าหน้าที่',
  removal: (name: string) => `เอา ${name} ออก`,
  removalWords: `หน้าที่เปิดค้างไว้จะหยุดทันที และไม่ได้รับแจ้งเตือนอีก${end}`,
  removalTips: `คนนี้อ่านเรื่องลับได้อยู่ เรื่องลับใหม่จะไม่ส่งถึงแล้ว${end}`,
  removed: (name: string) => `เอา ${name} ออกแล้ว${end}`,
  work: (open: number, more: boolean) =>
    `ยังทำอยู่ ${more ? 'มากกว่า ' : ''}${open.toLocaleString('th-TH')} เรื่อง ใครรับช่วงต่อ${ask}`,
  noWork: `ไม่มีเรื่องค้างอยู่ หน้าที่ในหมวดและกองจะเป็นของใคร${ask}`,
  successor: 'คนรับช่วงต่อ',
  successorNone: 'ยังไม่เลือก',
  successorNobody: 'ไม่มีใครโดยเฉพาะ คืนให้กอง',
  chooseSuccessor: `เลือกคนรับช่วงต่อก่อน${end}`,
  lastAdmin: `คนนี้เป็นผู้ดูแลระบบคนเดียว เอาออกไม่ได้${end} ให้คนอื่นเป็นผู้ดูแลระบบก่อน`,
  openCases: (open: number) => `คนนี้ยังมีเรื่องค้าง ${open} เรื่อง เลือกคนรับช่วงต่อก่อน${end}`,
  invites: 'คำเชิญที่ยังไม่มีใครใช้',
  inviteUntil: (at: string) => `ใช้ได้ถึง ${at}`,
  inviteDrop: 'ยกเลิกคำเชิญ',
  inviteDropped: `ยกเลิกคำเชิญแล้ว${end}`,
  forGroup: 'กลุ่ม',
  makeCode: 'ขอรหัสเชิญ',
  codeTitle: 'รหัสเชิญ',
  codeOnce: `รหัสนี้แสดงครั้งเดียว ใช้ได้ครั้งเดียว${end}`,
  scan: `ให้เจ้าตัวสแกนด้วยกล้องมือถือ LINE จะเปิดแชตพร้อมรหัส แล้วกดส่ง${end}`,
  type: `ให้เจ้าตัวเพิ่ม LINE ของหน่วยงานเป็นเพื่อน แล้วพิมพ์รหัสนี้ในแชต${end}`,
  another: 'ขอรหัสอีกอัน',
  every: 'ทุกหมวด',
  others: (n: number) => `อีก ${n} หมวด`,
  copy: 'คัดลอกรหัส',
  needsLineUrl: `ถ้าอยากได้ QR ให้ใส่ลิงก์เพิ่มเพื่อน LINE ใน ตั้งค่า › ข้อมูลสำหรับหลักฐาน OIT`,
});

export type PeopleWords = ReturnType<typeof peopleWords>;
