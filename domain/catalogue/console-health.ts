import type { DeadAlert, HealthAnswer, HealthLine } from '../staff/health.ts';
import type { Spoken } from './voice.ts';

const names: Readonly<Record<HealthLine, string>> = {
  webhook: 'LINE ส่งข้อความมาถึงระบบ',
  chatMode: 'โหมดแชตของบัญชี LINE',
  quota: 'โควตาข้อความ LINE เดือนนี้',
  waiting: 'แจ้งเตือนที่รอส่ง',
  dead: 'แจ้งเตือนที่ส่งไม่สำเร็จ',
  tipReaders: 'ผู้รับเรื่องทุจริตที่มีกุญแจ',
  tipOffices: 'ทุกกองมีคนนอกกองอ่านเรื่องลับแทน',
  recovery: 'กุญแจสำรองของเรื่องลับ',
  admins: 'ผู้ดูแลระบบ',
  categories: 'ทุกหมวดมีคนรับผิดชอบ',
  signIn: 'การเข้าสู่ระบบด้วย LINE',
  store: 'ที่เก็บข้อมูล',
  tallies: 'ตัวเลขสถิติตรงกับเรื่องที่เก็บ',
  clock: 'นาฬิกา',
};

const span = (minutes: number): string => {
  if (minutes < 120) return `${minutes} นาที`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} ชั่วโมง` : `${Math.round(minutes / 1440)} วัน`;
};

/** Words for the health panel: how each line stands, and what to do. */
export const healthWords = ({ end }: Spoken) => ({
  title: 'ตรวจระบบ',
  names,
  state: { fine: 'ปกติ', look: 'ควรดู', bad: 'ต้องแก้', unknown: 'ยังไม่รู้' },
  summary: (bad: number, look: number) =>
    bad + look === 0
      ? `ทุกอย่างปกติ${end}`
      : [...(bad > 0 ? [`ต้องแก้ ${bad} อย่าง`] : []), ...(look > 0 ? [`ควรดู ${look} อย่าง`] : [])].join(' · '),
  again: 'ตรวจใหม่',
  webhook: (at: string | undefined) => (at === undefined ? 'ยังไม่เคยได้รับ' : `ล่าสุด ${at}`),
  webhookDo: 'ดูใน LINE Developers Console ว่า Webhook URL ถูกต้อง เปิด Use webhook และกด Verify แล้วผ่าน',
  chatMode: {
    bot: 'ปิดแชตแล้ว มีแต่บอตตอบ',
    chat: 'เปิดแชตอยู่ คนที่ดูแลบัญชีอ่านแชตของประชาชนได้ ปิดรับเรื่องลับในแชตไว้ก่อน',
    unknown: 'LINE ยังไม่บอก',
  },
  chatModeDo: 'ใน LINE Official Account Manager › ตั้งค่า › ตั้งค่าการตอบกลับ ให้ปิด “แชต”',
  quota: ({ quota }: HealthAnswer) => {
    if (quota === undefined) return 'LINE ยังไม่บอก';
    if (quota.limit === undefined) return `ส่งไปแล้ว ${quota.used.toLocaleString('th-TH')} ข้อความ ไม่จำกัด`;
    const left = Math.max(0, quota.limit - quota.used);
    return `เหลือ ${left.toLocaleString('th-TH')} จาก ${quota.limit.toLocaleString('th-TH')} ข้อความ`;
  },
  quotaDo:
    'เมื่อใกล้หมด ระบบรวมแจ้งเตือนเป็นชั่วโมงละครั้ง เพิ่มแพ็กเกจได้ที่ LINE Official Account Manager หรือเอากลุ่มที่มีคนมากออก',
  waiting: (count: number, more: boolean, since: string | undefined) =>
    since === undefined
      ? 'ไม่มีค้าง'
      : `${more ? 'มากกว่า ' : ''}${count.toLocaleString('th-TH')} รายการ เก่าสุด ${since}`,
  waitingDo: 'ถ้าค้างเกินหนึ่งชั่วโมง ดูว่าโควตาหมดหรือไม่ และโปรแกรมยังเปิดอยู่',
  dead: (count: number, more: boolean) =>
    count === 0 ? 'ไม่มี' : `${more ? 'มากกว่า ' : ''}${count.toLocaleString('th-TH')} รายการ`,
  deadDo: 'แต่ละรายการส่งใหม่หรือปล่อยไปได้ข้างล่าง',
  deadWhat: {
    case: 'แจ้งเรื่อง',
    morning: 'การ์ดเช้า',
    step: 'เตือนขั้นตอนของมาตรการ',
    reporter: 'แจ้งผลให้ผู้แจ้ง',
  } satisfies Record<DeadAlert['what'], string>,
  deadTo: (to: DeadAlert['to'], name: string | undefined) =>
    to === 'reporter' ? 'ผู้แจ้ง' : (name ?? (to === 'group' ? 'กลุ่มที่เอาออกแล้ว' : 'คนที่ไม่อยู่แล้ว')),
  deadTried: (attempts: number, since: string) => `ลองแล้ว ${attempts} ครั้ง ตั้งแต่ ${since}`,
  sendAgain: 'ส่งใหม่',
  letBe: 'ปล่อยไป',
  sentAgain: `จะส่งใหม่เดี๋ยวนี้${end}`,
  letBeDone: `ปล่อยไปแล้ว${end}`,
  tipReaders: (n: number) => (n === 0 ? 'ยังไม่มีใครอ่านเรื่องลับได้' : `${n} คน`),
  tipReadersDo: 'เชิญผู้รับเรื่องทุจริตอย่างน้อยสองคน คนละกอง แล้วให้สร้างกุญแจที่ “กุญแจของฉัน”',
  tipOffices: (labels: readonly string[]) =>
    labels.length === 0 ? 'มีครบ' : `ถ้าเรื่องเกี่ยวกับ ${labels.join(', ')} จะไม่มีใครอ่านได้`,
  tipOfficesDo: 'เพิ่มผู้รับเรื่องทุจริตจากกองอื่น ระหว่างนี้ระบบจะบอกช่องทางนอกหน่วยงานแทน',
  recovery: { none: 'ยังไม่มี', unconfirmed: 'สร้างแล้ว ยังไม่ยืนยันว่าพิมพ์เก็บไว้', confirmed: 'มีและยืนยันแล้ว' },
  recoveryDo: 'ให้ผู้รับเรื่องทุจริตสร้างและยืนยันที่ “กุญแจของฉัน” แล้วฝากคนนอกหน่วยงานเก็บ',
  admins: (n: number) => `${n} คน`,
  adminsDo: 'มีสองคนขึ้นไป เผื่อคนหนึ่งเข้าไม่ได้',
  categories: (labels: readonly string[], officers: number) => {
    if (officers === 0) return 'ยังไม่มีเจ้าหน้าที่รับเรื่องเลย';
    return labels.length === 0 ? 'ครบทุกหมวด' : `ยังไม่มี: ${labels.join(', ')}`;
  },
  categoriesDo: 'เรื่องจะไปถึงทุกคนในกองแทน กำหนดคนได้ที่ เจ้าหน้าที่ หรือ ตั้งค่า › หมวดเรื่อง',
  signIn: (can: boolean) => (can ? 'ตั้งค่าแล้ว' : 'ยังไม่ได้ตั้งค่า'),
  signInDo: 'ตั้งค่า LIFF_ID และ LINE_LOGIN_CHANNEL_ID ตามคู่มือเชื่อมต่อ LINE',
  store: {
    embedded: 'ในเครื่องนี้ สำรองข้อมูลสม่ำเสมอ',
    emulator: 'ตัวจำลอง ไม่ใช่ของจริง',
    project: 'Google Cloud Firestore',
  },
  storeDo: 'ข้อมูลในตัวจำลองหายได้ ใช้สำหรับทดลองเท่านั้น',
  tallies: (at: string | undefined, mended: { at: string; counters: number } | undefined) =>
    at === undefined
      ? 'ยังไม่เคยนับเทียบ ระบบนับให้เองทุกคืน'
      : [
          `นับเทียบล่าสุด ${at}`,
          ...(mended === undefined ? [] : [`พบไม่ตรง ${mended.counters} ช่องเมื่อ ${mended.at} แก้ให้แล้ว`]),
        ].join(' · '),
  talliesDo:
    'ระบบแก้ตัวเลขให้ตรงแล้ว ถ้าเผยแพร่หรือส่งรายงานก่อนวันนั้น ให้ดูตัวเลขอีกครั้ง ถ้าไม่ได้นับเทียบหลายวัน ดูว่าโปรแกรมเปิดอยู่',
  talliesCounter: (tally: string, counter: string, was: number, is: number) =>
    `${tally} › ${counter}: เดิม ${was} นับได้ ${is}`,
  clock: (minutes: number) =>
    minutes === 0
      ? 'ตรงกับเครื่องนี้'
      : `เครื่องนี้${minutes > 0 ? 'เร็ว' : 'ช้า'}กว่าเซิร์ฟเวอร์ ${span(Math.abs(minutes))}`,
  clockDo: 'เปิดการตั้งเวลาอัตโนมัติทั้งในเครื่องนี้และในเซิร์ฟเวอร์ เวลาไม่ตรงทำให้เข้าสู่ระบบไม่ได้',
});

export type HealthWords = ReturnType<typeof healthWords>;
