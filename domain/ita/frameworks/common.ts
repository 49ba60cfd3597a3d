import type { Indicator, Instrument, LevelRule } from '../framework.ts';
import type { Mark } from '../sources.ts';

/** 30, 30 and 40 percent. */
export const instruments = (mark: Mark): Instrument[] => [
  { id: 'IIT', name: 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน', weight: 30, ...mark },
  { id: 'EIT', name: 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก', weight: 30, ...mark },
  { id: 'OIT', name: 'แบบวัดการเปิดเผยข้อมูลสาธารณะ', weight: 40, ...mark },
];

/** The five words of 2566 and after: each instrument counts on its own. */
export const fiveWords: LevelRule[] = [
  { label: 'ผ่านดีเยี่ยม', overall: 95, each: 95 },
  { label: 'ผ่านดี', overall: 85, each: 85 },
  { label: 'ผ่าน', overall: 85 },
  { label: 'ต้องปรับปรุง', overall: 70 },
  { label: 'ต้องปรับปรุงโดยด่วน', overall: 0 },
];

/** The letters of 2565: by the overall score alone. */
export const letters: LevelRule[] = [
  { label: 'AA', overall: 95 },
  { label: 'A', overall: 85 },
  { label: 'B', overall: 75 },
  { label: 'C', overall: 65 },
  { label: 'D', overall: 55 },
  { label: 'E', overall: 50 },
  { label: 'F', overall: 0 },
];

export const indicatorNames = [
  { no: 1, instrument: 'IIT', name: 'การปฏิบัติหน้าที่' },
  { no: 2, instrument: 'IIT', name: 'การใช้งบประมาณ' },
  { no: 3, instrument: 'IIT', name: 'การใช้อำนาจ' },
  { no: 4, instrument: 'IIT', name: 'การใช้ทรัพย์สินของราชการ' },
  { no: 5, instrument: 'IIT', name: 'การแก้ไขปัญหาการทุจริต' },
  { no: 6, instrument: 'EIT', name: 'คุณภาพการดำเนินงาน' },
  { no: 7, instrument: 'EIT', name: 'ประสิทธิภาพการสื่อสาร' },
  { no: 8, instrument: 'EIT', name: 'การปรับปรุงการทำงาน' },
  { no: 9, instrument: 'OIT', name: 'การเปิดเผยข้อมูล' },
  { no: 10, instrument: 'OIT', name: 'การป้องกันการทุจริต' },
] as const;

/** The ten indicators of a year of which it is not known which items give them. */
export const indicatorsByReport = (mark: Mark): Indicator[] =>
  indicatorNames.map((indicator) => ({
    ...indicator,
    ...mark,
    basis: { kind: 'report', items: [], seen: 'not_seen', source: 'background' },
  }));
