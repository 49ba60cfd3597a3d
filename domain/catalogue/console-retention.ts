import { RetainedKind } from '../retention/retention.ts';
import type { RetentionPreview } from '../staff/retention.ts';
import { type Spoken, spoken } from './voice.ts';

const kinds: Readonly<Record<RetainedKind, string>> = {
  complaint: 'แจ้งปัญหา/ร้องทุกข์',
  question: 'สอบถาม',
  suggestion: 'ข้อเสนอแนะ',
  tip: 'แจ้งทุจริต (ลับ)',
  responses: 'คำตอบแบบประเมิน',
};

/** Words for how long what came is kept, and for what would go: on the console and at the prompt. */
export const retentionWords = ({ end }: Spoken) => ({
  kinds,
  intro: 'นับเป็นปีงบประมาณเต็ม ต่อจากปีที่เรื่องสิ้นสุด เช่น 2 ปี เรื่องที่ปิดในปีงบ 2568 อยู่ครบตลอดปีงบ 2569 และ 2570 แล้วจึงลบ',
  law: 'ระเบียบงานสารบรรณ พ.ศ. 2526 ข้อ 57 กำหนดอายุการเก็บหนังสือราชการ ถ้าเรื่องใดต้องเก็บนานกว่านี้ ให้ตั้งให้นานพอ หรือพิมพ์เก็บเข้าแฟ้มก่อน',
  open: `เรื่องที่ยังไม่ปิดไม่ถูกลบ${end} ตัวเลขสถิติ หลักฐานที่อนุมัติแล้ว และบันทึกการใช้งานยังอยู่`,
  years: (kind: RetainedKind) => `${kinds[kind]} เก็บต่ออีก (ปีงบประมาณ)`,
  preview: 'จะลบอะไรบ้าง',
  notice: 'ระบบแสดงไว้ล่วงหน้า 7 วันก่อนลบ ถ้ายังไม่ควรลบ ให้เพิ่มจำนวนปีแล้วบันทึก',
  saveFirst: 'นับตามจำนวนปีที่บันทึกแล้ว',
  going: (
    { kind, count, more }: RetentionPreview,
    days: { until: string; from: string; oldest?: string | undefined; newest?: string | undefined },
  ) => {
    if (count === undefined)
      return `${kinds[kind]}: ที่ปิดแล้วและส่งมาก่อนสิ้นวันที่ ${days.until} (ไม่บอกจำนวน) ลบได้ตั้งแต่ ${days.from}`;
    if (count === 0)
      return `${kinds[kind]}: ${more ? 'ยังไม่พบที่ครบกำหนด' : 'ไม่มีที่ครบกำหนด'} (สิ้นสุดไม่เกิน ${days.until})`;
    const number = `${more ? 'อย่างน้อย ' : ''}${count.toLocaleString('th-TH')}`;
    return `${kinds[kind]}: ${number} รายการ ส่งมาตั้งแต่ ${days.oldest} ถึง ${days.newest} ลบตั้งแต่คืนวันที่ ${days.from}`;
  },
  last: (day: string, gone: Partial<Record<RetainedKind, number>>) =>
    `ลบล่าสุดคืนวันที่ ${day}: ${RetainedKind.options
      .flatMap((kind) =>
        gone[kind] === undefined ? [] : [`${kinds[kind]} ${gone[kind].toLocaleString('th-TH')}`],
      )
      .join(' · ')}`,
  usage: ['ดูว่าจะลบอะไรบ้าง โดยยังไม่ลบ:', '  npm run retention -- --preview'],
  noAgency: (id: string) => `ไม่มีหน่วยงาน ${id}`,
  noAnswer: 'โปรแกรมที่เปิดอยู่ไม่ตอบ ลองอีกครั้ง',
  unreadable: 'อ่านคำขอไม่ได้',
});

/** What `npm run retention` says. */
export const retentionReport = retentionWords(spoken({ you: 'คุณ', particle: 'ครับ' }));

export type RetentionWords = ReturnType<typeof retentionWords>;
