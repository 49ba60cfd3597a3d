import type { Channel, OpenKind } from '../case/case.ts';
import type { Digits } from '../evidence/digits.ts';
import type { Preset } from '../evidence/periods.ts';
import type { Seen } from '../ita/sources.ts';
import type { Dimension, Response } from '../survey/survey.ts';

const dimensions: Readonly<Record<Dimension, string>> = {
  overall: 'ภาพรวม',
  process: 'กระบวนการและขั้นตอนการให้บริการ',
  channel: 'ช่องทางการให้บริการ',
  staff: 'เจ้าหน้าที่ผู้ให้บริการ',
  facilities: 'สิ่งอำนวยความสะดวก',
};

const kinds: Readonly<Record<OpenKind, string>> = {
  complaint: 'แจ้งปัญหา/ร้องทุกข์',
  question: 'สอบถาม',
  suggestion: 'ข้อเสนอแนะ',
};

const channels: Readonly<Record<Channel, string>> = {
  line: 'LINE',
  web: 'เว็บ',
  facebook: 'Facebook',
  phone: 'โทรศัพท์',
  paper: 'มาติดต่อหรือส่งเอกสาร',
  damrongdhama: 'ศูนย์ดำรงธรรม',
};

const surveyChannels: Readonly<Record<Response['channel'], string>> = {
  line: 'LINE',
  web: 'เว็บ (สแกน QR ที่จุดบริการ)',
  tablet: 'แท็บเล็ตที่จุดบริการ',
  paper: 'กระดาษ เจ้าหน้าที่กรอกแทน',
};

const presets: Readonly<Record<Preset, string>> = {
  'whole-year': 'ทั้งปี',
  'first-half': '6 เดือนแรก',
  'second-half': '6 เดือนหลัง',
  'previous-year': 'ปีงบประมาณก่อน',
  'quarter-1': 'ไตรมาสที่ 1 (ต.ค.–ธ.ค.)',
  'quarter-2': 'ไตรมาสที่ 2 (ม.ค.–มี.ค.)',
  'quarter-3': 'ไตรมาสที่ 3 (เม.ย.–มิ.ย.)',
  'quarter-4': 'ไตรมาสที่ 4 (ก.ค.–ก.ย.)',
  'month-10': 'เดือนตุลาคม',
  'month-11': 'เดือนพฤศจิกายน',
  'month-12': 'เดือนธันวาคม',
  'month-01': 'เดือนมกราคม',
  'month-02': 'เดือนกุมภาพันธ์',
  'month-03': 'เดือนมีนาคม',
  'month-04': 'เดือนเมษายน',
  'month-05': 'เดือนพฤษภาคม',
  'month-06': 'เดือนมิถุนายน',
  'month-07': 'เดือนกรกฎาคม',
  'month-08': 'เดือนสิงหาคม',
  'month-09': 'เดือนกันยายน',
};

const digits: Readonly<Record<Digits, string>> = {
  arabic: 'เลขอารบิก (123)',
  thai: 'เลขไทย (๑๒๓)',
};

/** What is said of an item's number, by how it was seen at a source. */
const seen: Readonly<Record<Seen, string | undefined>> = {
  seen: undefined,
  secondary: 'เลขข้อนี้พบในสำเนาหรือเว็บไซต์ของหน่วยงานเดียว ยังไม่พบในคู่มือของสำนักงาน ป.ป.ช.',
  not_seen: 'เลขข้อนี้ยังไม่พบในเอกสารต้นทาง โปรดตรวจกับคู่มือของปีนั้นก่อนใช้อ้างอิง',
  inferred: 'เลขข้อนี้เป็นการอนุมานจากรายการของปีใกล้เคียง โปรดตรวจกับคู่มือของปีนั้นก่อนใช้อ้างอิง',
};

/** Words that several pages of evidence share: official prose, in no voice. */
export const evidenceWords = {
  dimensions,
  kinds,
  channels,
  surveyChannels,
  presets,
  presetOf: (preset: string, year: number) => `${preset} ปีงบประมาณ ${year}`,
  digits,
  signatures: {
    madeBy: 'ผู้จัดทำ',
    checkedBy: 'ผู้ตรวจสอบ',
    approvedBy: 'ผู้อนุมัติ',
  },
  item: {
    seen,
    label: (code: string, year: number) => `${code} (ปี ${year})`,
    lately: (label: string) => ` เลขข้อล่าสุดที่พบคือ ${label}`,
    merged: (year: number, into: string) => `ปี ${year} รวมอยู่ในข้อ ${into}`,
    dropped: (year: number, lately: string) => `ปี ${year} ไม่มีข้อนี้แยกต่างหาก${lately}`,
    unknown: (year: number, lately: string) => `ยังไม่พบรายการข้อของปี ${year}${lately}`,
  },
  half: (half: 1 | 2, year: number) => `ครึ่งปี${half === 1 ? 'แรก' : 'หลัง'} ปีงบประมาณ ${year}`,
  year: (year: number) => `ปีงบประมาณ ${year}`,
  yearOf: (year: number, period: string) => `ปีงบประมาณ ${year} (${period})`,
  covered: (day: string, period: string, of: string) => `ข้อมูล ณ วันที่ ${day} ครอบคลุม ${period} (${of})`,
  notBegun: 'ช่วงเวลานี้ยังไม่เริ่ม',
  notBegunPeriod: (period: string, of: string) => `${period} (${of}) ช่วงเวลานี้ยังไม่เริ่ม`,
  sum: 'รวม',
  listComma: ', ',
  month: 'เดือน',
  count: 'จำนวน',
  notConfirmed: '– คือยังไม่มีเรื่องในระบบ แต่ยังไม่ได้ยืนยันว่าตรวจครบทุกช่องทาง จึงยังไม่นับเป็นศูนย์',
  countedSinceUnknown: 'ไม่ทราบว่าระบบเริ่มนับเมื่อใด ตัวเลขอาจไม่ครบทั้งช่วง',
  countedSince: (day: string) => `ระบบเริ่มนับวันที่ ${day} เรื่องก่อนหน้านั้นไม่รวมอยู่ในตัวเลขเหล่านี้`,
  weekdays: ['จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์', 'อาทิตย์'],
  hours: (days: string, from: string, to: string) => `${days} ${from}–${to} น.`,
  call: (phone: string) => `โทร ${phone}`,
  tipReceiver: (office: string) => `ผู้รับเรื่องทุจริต ${office}`,
  missing: (names: string) => `ยังไม่ได้กรอกข้อมูล: ${names}`,
  fromSettings: (agency: string) => `เรียบเรียงจากการตั้งค่าของระบบรับเรื่องของ${agency}`,
  telephone: 'โทรศัพท์',
  line: (agency: string) => `LINE ของ${agency}`,
  lineMenu: (agency: string, menu: string) => `LINE ของ${agency} เมนู “${menu}”`,
  tipMenu: 'แจ้งทุจริต (ลับ)',
};
