import type { AuditAction } from '../audit/entry.ts';
import type { Spoken } from './voice.ts';

/** What was done, as the console lists it; `about` and `note` stand beside it. */
const actions = {
  'sign-in': 'เข้าสู่ระบบ',
  'sign-out': 'ออกจากระบบ',
  refused: 'พยายามเปิดส่วนของบทบาทอื่น',
  'case-change': 'เปลี่ยนสถานะเรื่อง',
  'case-message': 'ส่งข้อความถึงผู้แจ้ง',
  'case-note': 'เขียนบันทึกภายใน',
  'case-assign': 'มอบหมายเรื่อง',
  'case-sort': 'แก้หมวดหรือสถานที่ของเรื่อง',
  'case-enter': 'รับเรื่องแทน',
  'case-join': 'รวมเรื่อง',
  'case-erasure': 'ตอบคำขอลบเรื่อง',
  'case-seal': 'ส่งเป็นเรื่องลับ',
  'tip-list': 'เปิดรายการเรื่องลับ',
  'tip-open': 'เปิดอ่านเรื่องลับ',
  'tip-answer': 'ตอบเรื่องลับ',
  'tip-change': 'เปลี่ยนสถานะเรื่องลับ',
  'tip-enter': 'บันทึกเรื่องลับจากช่องทางอื่น',
  'tip-reseal': 'ปิดผนึกเรื่องลับให้ผู้รับเรื่องอีกคน',
  'key-add': 'ทำกุญแจใหม่',
  'key-confirm': 'ยืนยันกุญแจ',
  'key-cancel': 'ยกเลิกกุญแจใหม่',
  'key-begin': 'เริ่มใช้กุญแจ',
  'key-export': 'นำกุญแจออกไปเก็บเป็นไฟล์',
  'recovery-set': 'ทำกุญแจสำรอง',
  'recovery-open': 'ขอใช้กุญแจสำรอง',
  'staff-join': 'เข้าร่วมเป็นเจ้าหน้าที่',
  'staff-invite': 'ทำคำเชิญ',
  'staff-change': 'แก้ข้อมูลเจ้าหน้าที่',
  'staff-remove': 'นำเจ้าหน้าที่ออก',
  'settings-change': 'แก้การตั้งค่า',
  'submission-change': 'แก้ชุดส่ง ITA',
  'target-add': 'เพิ่มกลุ่มรับแจ้งเตือน',
  'target-remove': 'นำกลุ่มรับแจ้งเตือนออก',
  'target-test': 'ส่งข้อความทดสอบ',
  'alert-again': 'ส่งแจ้งเตือนอีกครั้ง',
  'alert-drop': 'เลิกส่งแจ้งเตือน',
  'publish-propose': 'เสนอเผยแพร่',
  'publish-return': 'ส่งข้อเสนอกลับไปแก้',
  'publish-approve': 'อนุมัติเผยแพร่',
  'publish-withdraw': 'ถอนจากการเผยแพร่',
  'announcement-propose': 'เสนอประกาศ',
  'announcement-cancel': 'ถอนข้อเสนอประกาศ',
  'announcement-return': 'ส่งประกาศกลับไปแก้',
  'announcement-approve': 'อนุมัติประกาศ',
  'announcement-unapprove': 'เลิกอนุมัติประกาศ',
  'announcement-withdraw': 'ถอนประกาศจากการเผยแพร่',
  'announcement-broadcast': 'ส่งประกาศทาง LINE ถึงทุกคน',
  'paper-propose': 'เสนอเอกสารให้เผยแพร่',
  'paper-cancel': 'ถอนข้อเสนอเผยแพร่เอกสาร',
  'paper-return': 'ส่งเอกสารกลับไปแก้',
  'paper-approve': 'อนุมัติเผยแพร่เอกสาร',
  'paper-withdraw': 'ถอนเอกสารจากการเผยแพร่',
  'paper-undo': 'เลิกทำเรื่องเอกสาร',
  'channels-checked': 'ยืนยันว่าตรวจครบทุกช่องทาง',
  'carried-over': 'บันทึกยอดยกมา',
  'measures-import': 'นำเข้าแผนมาตรการจากรายงาน',
  'measure-add': 'เพิ่มมาตรการ',
  'measure-change': 'แก้มาตรการ',
  'measure-remove': 'นำมาตรการออกจากแผน',
  'measure-return': 'นำมาตรการกลับเข้าแผน',
  'measure-tick': 'บันทึกว่าทำขั้นตอนของมาตรการแล้ว',
  'measure-untick': 'บันทึกว่ายังไม่ได้ทำขั้นตอนของมาตรการ',
  'services-counted': 'บันทึกยอดบริการรายเดือน',
  'comment-chosen': 'เลือกความเห็นไว้ในรายงาน',
  escalated: 'แจ้งผู้บังคับบัญชา เพราะยังไม่มีคนรับเรื่อง',
  retention: 'ลบสิ่งที่เก็บครบกำหนดแล้ว',
  erased: 'ลบเรื่องตามคำขอของผู้แจ้ง',
} as const satisfies Record<AuditAction, string>;

/** Words of the audit in the console: what was done, by whom, and the head for paper. */
export const auditWords = ({ you, end }: Spoken) => ({
  actions,
  by: { system: 'ระบบ', gone: 'อดีตเจ้าหน้าที่' },
  intro: `ทุกอย่างที่เจ้าหน้าที่ทำต่อกันเป็นสายเดียว แก้หรือลบย้อนหลังแล้วจะตรวจพบ${end}`,
  none: `ยังไม่มีบันทึก${end}`,
  noneHere: `ช่วงนี้ไม่มีบันทึกที่${you}เห็นได้${end} ดูหน้าถัดไป`,
  broken: `สายบันทึกไม่ตรงกับที่ระบบเขียนไว้${end} มีการแก้จากนอกระบบ ให้ผู้ดูแลเครื่องเรียก npm run audit:verify`,
  toHead: 'พิมพ์รหัสท้ายสาย',
  toList: 'กลับไปรายการ',
  head: 'รหัสท้ายสายบันทึกการทำงาน',
  headWords: [
    'พิมพ์หน้านี้ ลงชื่อ แล้วเก็บไว้นอกระบบ เช่น ในตู้เอกสารของหน่วยตรวจสอบภายใน',
    'วันหลังใครมีรหัสนี้ ตรวจได้ว่าบันทึกถึงเวลานั้นยังอยู่ครบและไม่ถูกแก้ แม้มีคนเอาฐานข้อมูลเก่ามาใส่แทน',
  ],
  headCode: 'รหัส',
  headAt: (when: string) => `ณ ${when}`,
  headCheck: 'วิธีตรวจ: ให้ผู้ดูแลเครื่องเรียก',
  headSign: 'ลงชื่อผู้พิมพ์',
  headWitness: 'ลงชื่อพยาน',
  print: 'พิมพ์',
});

export type AuditWords = ReturnType<typeof auditWords>;

interface Walked {
  links: number;
  code: string | undefined;
  faults: readonly (
    | { fault: 'altered' | 'missing'; n: number }
    | { fault: 'cut' | 'grown' | 'head' }
    | { fault: 'noted'; code: string }
  )[];
}

function faultWords(one: Walked['faults'][number]): string {
  switch (one.fault) {
    case 'altered':
      return `✗ ลำดับที่ ${one.n} ถูกแก้ หรือไม่ได้เขียนโดยระบบนี้`;
    case 'missing':
      return `✗ ลำดับที่ ${one.n} หายไป`;
    case 'cut':
      return '✗ ท้ายสายไม่ตรงกับหัวสาย: มีการตัดท้ายออก หรือเปลี่ยนรายการสุดท้าย';
    case 'grown':
      return '✗ มีรายการต่อท้ายที่ระบบไม่ได้เขียน';
    case 'head':
      return '✗ หัวสายหายไป หรือไม่ได้เขียนโดยระบบนี้ (กุญแจ SECRET_KEY อาจเป็นคนละดอก)';
    case 'noted':
      return `✗ รหัส ${one.code} ที่เคยจดไว้ ไม่อยู่ในสายนี้: มีการเอาข้อมูลเก่ามาใส่แทน หรือเป็นคนละสาย`;
  }
}

/** What `npm run audit:verify` says, for whoever runs the machine. */
export const auditReport = {
  usage: 'npm run audit:verify [-- --head XXXX-XXXX-XXXX-XXXX-XXXX]   ตรวจบันทึกการทำงาน และรหัสที่พิมพ์ไว้',
  unreadable: 'อ่านคำสั่งไม่ได้ ไม่ได้ตรวจ',
  badHead: 'รหัสท้ายสายต้องมี 20 ตัว อ่านจากกระดาษที่พิมพ์ไว้',
  elsewhere: (agencyId: string) => `โปรแกรมที่เปิดอยู่ไม่ได้ให้บริการหน่วยงาน ${agencyId}`,
  noAnswer: 'โปรแกรมที่เปิดอยู่ไม่ตอบ ยังไม่ได้ตรวจ โปรดลองอีกครั้ง',
  progress: (done: number, of: number) => `ตรวจแล้ว ${done} จาก ${of}`,
  lines: ({ links, code, faults }: Walked, noted: number): string[] => [
    `บันทึกการทำงาน ${links} รายการ เทียบกับรหัสที่จดไว้ ${noted} รหัส`,
    ...(code === undefined ? [] : [`รหัสท้ายสายตอนนี้ ${code}`]),
    ...(faults.length === 0 ? ['✓ ไม่พบการแก้หรือการขาดหาย'] : faults.map(faultWords)),
  ],
};
