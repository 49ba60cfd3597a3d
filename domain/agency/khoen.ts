import { thaiHolidays } from '../calendar/thai-holidays.ts';
import { Retention } from '../retention/retention.ts';
import {
  type Agency,
  DEFAULT_VOICE,
  type OutsideChannel,
  type Place,
  type Service,
  type Unit,
} from './agency.ts';
import { khoenCategories } from './khoen-categories.ts';

const units: Unit[] = [
  { id: 'palad-office', label: 'สำนักปลัด' },
  { id: 'finance', label: 'กองคลัง' },
  { id: 'works', label: 'กองช่าง' },
  { id: 'education', label: 'กองการศึกษา' },
];

const places: Place[] = Array.from({ length: 10 }, (_, index) => ({
  id: `moo-${index + 1}`,
  label: `หมู่ ${index + 1}`,
  number: index + 1,
  name: '',
}));

const services: Service[] = [
  { id: 'land-tax', label: 'ภาษีที่ดิน/ภาษีป้าย', unit: 'finance' },
  { id: 'building-permit', label: 'ขออนุญาตก่อสร้าง', unit: 'works' },
  { id: 'allowances', label: 'เบี้ยสูงอายุ/พิการ', unit: 'palad-office', category: 'welfare' },
  { id: 'water-supply', label: 'น้ำประปา/ค่าน้ำ', unit: 'works', category: 'water' },
  { id: 'waste-collection', label: 'เก็บขยะ', unit: 'palad-office', category: 'waste' },
  { id: 'street-lights', label: 'ซ่อมไฟสาธารณะ', unit: 'works', category: 'lamp' },
  { id: 'emergency-medical', label: 'การแพทย์ฉุกเฉิน', unit: 'palad-office' },
  { id: 'child-centre', label: 'ศูนย์เด็กเล็ก', unit: 'education' },
];

const outside: OutsideChannel[] = [
  { id: 'nacc', label: 'ป.ป.ช.', phone: '1205', url: 'https://wbs.nacc.go.th/', for: ['tip'] },
  {
    id: 'pacc',
    label: 'ป.ป.ท.',
    phone: '1206',
    url: 'https://www.pacc.go.th/e-service/index.html',
    for: ['tip'],
  },
  { id: 'damrongdhama', label: 'ศูนย์ดำรงธรรม', phone: '1567', for: ['tip', 'complaint'] },
  { id: 'opm', label: 'สปน.', phone: '1111', for: ['tip', 'complaint'] },
  { id: 'ems', label: 'เจ็บป่วยฉุกเฉิน', phone: '1669', for: ['danger'] },
  { id: 'police', label: 'ตำรวจ', phone: '191', for: ['danger'] },
  { id: 'fire', label: 'ดับเพลิง', phone: '199', for: ['danger'] },
];

/**
 * The first agency, as trying out begins with it. The salt is its 16 public random octets in Base64.
 *
 * To be entered by the agency: `phone` is a placeholder, not a number that exists; its report names only
 * กองคลัง, the other units are those such agencies have; how many หมู่ there are is not known, and their
 * names are empty. The report's cover says another district (อำเภอท่ากระชับ); its text says this one.
 */
export const khoen = (salt: string): Agency => ({
  version: 1,
  id: 'khoen',
  name: 'องค์การบริหารส่วนตำบลเขิน',
  shortName: 'อบต.เขิน',
  district: 'อำเภอน้ำเกลี้ยง',
  province: 'จังหวัดศรีสะเกษ',
  phone: '045-000-000',
  voice: DEFAULT_VOICE,
  units,
  categories: [...khoenCategories],
  places,
  services,
  retired: { units: [], categories: [], places: [], services: [] },
  outside,
  tipOffices: [
    ...units.map(({ id, label }) => ({ id, label })),
    { id: 'executives', label: 'ฝ่ายบริหาร (นายก)' },
    { id: 'council', label: 'สมาชิกสภา' },
    { id: 'unsure', label: 'ไม่แน่ใจ' },
  ],
  tipKinds: [
    { id: 'bribe', label: 'เรียกเงิน/สินบน' },
    { id: 'procurement', label: 'ฮั้ว/จัดซื้อจัดจ้าง' },
    { id: 'embezzlement', label: 'ยักยอกเงินหรือของ' },
    { id: 'false-claims', label: 'เบิกเงินเท็จ' },
    { id: 'state-property', label: 'ใช้ของหลวงส่วนตัว' },
    { id: 'personnel', label: 'รับคน/เลื่อนตำแหน่ง' },
    { id: 'land-title', label: 'เอกสารสิทธิที่ดิน' },
    { id: 'abuse', label: 'ใช้อำนาจผิด/ละเว้น' },
    { id: 'conflict', label: 'เอื้อประโยชน์พวกพ้อง' },
    { id: 'wealth', label: 'ร่ำรวยผิดปกติ' },
    { id: 'ethics', label: 'ผิดจริยธรรมร้ายแรง' },
    { id: 'other', label: 'อื่น ๆ' },
  ],
  officeHours: { days: [1, 2, 3, 4, 5], from: '08:30', to: '16:30' },
  holidays: [2569, 2570].flatMap((year) => thaiHolidays(year).map(({ day }) => day)),
  firstAnswerDays: 15,
  retention: Retention.parse({}),
  tipTimes: ['08:30', '16:30'],
  morningCardAt: '08:30',
  receiptSalt: salt,
});
