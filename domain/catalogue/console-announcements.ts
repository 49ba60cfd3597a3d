import type { ApprovalState } from '../approval/standing.ts';
import type { CostAnswer } from '../staff/announcements.ts';
import type { Spoken } from './voice.ts';

const states: Readonly<Record<ApprovalState, string>> = {
  waiting: 'รออนุมัติ',
  returned: 'ส่งกลับให้แก้',
  public: 'เผยแพร่อยู่',
  withdrawn: 'ถอนแล้ว',
  gone: 'ถอนข้อเสนอแล้ว',
};

const number = (n: number): string => n.toLocaleString('th-TH');

/** Words for what the agency announces: writing, approving, and what comes out of it. */
export const announcementsWords = ({ you, end, ask }: Spoken) => ({
  title: 'ประกาศ',
  about: `เขียนครั้งเดียว ได้หน้าเว็บ โปสเตอร์ติดบอร์ด ข้อความ Facebook และบทเสียงตามสาย อีกคนต้องอนุมัติก่อน${end}`,
  publicPage: 'หน้าที่ประชาชนเห็น',
  add: 'เขียนประกาศ',
  tabs: { waiting: 'รออนุมัติ', all: 'ทั้งหมด' },
  nothingWaits: `ไม่มีประกาศรออนุมัติ${end}`,
  none: `ยังไม่มีประกาศ${end} กด “เขียนประกาศ”`,
  states,
  alsoPublic: 'ฉบับก่อนเผยแพร่อยู่',
  everywhere: 'ทุกหมู่บ้าน',
  form: {
    new: 'เขียนประกาศ',
    change: (title: string) => `เสนอฉบับใหม่: ${title}`,
    replaces: `ฉบับเดิมยังเผยแพร่อยู่จนกว่าฉบับใหม่จะได้รับอนุมัติ${end}`,
    wrong: (field: string, words: string) => `${field}: ${words}`,
    fields: {
      title: 'หัวข้อ',
      text: 'ข้อความ',
      from: 'ตั้งแต่วันที่',
      until: 'ถึงวันที่',
      places: 'สำหรับหมู่บ้าน',
      unit: 'หน่วยงานเจ้าของเรื่อง',
    },
    textHint: 'เขียนวันที่ เวลา และย่อได้ตามปกติ บทเสียงตามสายจะอ่านเป็นคำเต็มให้',
    placesHint: 'ไม่เลือก คือ ทุกหมู่บ้าน',
    noUnit: 'ทั้งหน่วยงาน',
    propose: 'เสนอให้อนุมัติ',
    proposed: `เสนอแล้ว${end} รอผู้บริหารหรือผู้ดูแลระบบอนุมัติ`,
  },
  by: 'ผู้เสนอ',
  draft: 'ฉบับที่รออนุมัติ',
  returned: (name: string, at: string) => `${name} ส่งกลับให้แก้ ${at}`,
  own: `${you}เสนอเอง อีกคนต้องเป็นผู้อนุมัติ${end}`,
  noPosition: `ยังไม่มีตำแหน่งของ${you}ในระบบ จึงอนุมัติไม่ได้ ให้ผู้ดูแลระบบใส่ตำแหน่งก่อน${end}`,
  printed: (name: string) => `จะพิมพ์ชื่อผู้อนุมัติว่า ${name}`,
  approve: 'อนุมัติและเผยแพร่',
  approveAsks: (name: string) => `เผยแพร่ในนาม ${name} ใช่ไหม${ask} ยังไม่ส่งทาง LINE`,
  approved: `เผยแพร่แล้ว${end}`,
  revoke: 'เลิกอนุมัติ',
  revokeAsks: {
    nothing: `เลิกอนุมัติใช่ไหม${ask} หน้าประกาศจะหายไป ใครเปิดลิงก์หรือสแกนโปสเตอร์จะไม่พบหน้านี้ ข้อความกลับไปรออนุมัติ`,
    before: `เลิกอนุมัติใช่ไหม${ask} หน้าประกาศกลับไปเป็นฉบับก่อน ฉบับนี้กลับไปรออนุมัติ`,
    note: `เลิกอนุมัติใช่ไหม${ask} หน้าประกาศกลับไปบอกว่าถอนแล้วตามเดิม ฉบับนี้กลับไปรออนุมัติ`,
  },
  revoked: `เลิกอนุมัติแล้ว${end} รออนุมัติใหม่`,
  revokedTooLate: `ส่งทาง LINE ไปแล้ว เลิกอนุมัติไม่ได้${end} ถ้าผิด กด “ถอนจากการเผยแพร่” หน้าเว็บจะบอกเหตุผลแทน`,
  edit: 'แก้ไข',
  replace: 'เสนอฉบับใหม่แทน',
  cancel: 'ถอนข้อเสนอ',
  cancelAsks: `ถอนข้อเสนอนี้ใช่ไหม${ask}`,
  cancelled: `ถอนข้อเสนอแล้ว${end}`,
  giveBack: 'ส่งกลับให้แก้',
  giveBackWords: 'ต้องแก้อะไร',
  givenBack: `ส่งกลับแล้ว${end}`,
  needsReason: `เขียนสั้น ๆ ก่อน${end}`,
  withdraw: 'ถอนจากการเผยแพร่',
  withdrawNote: (name: string) => `หน้าเว็บจะบอกเหตุผลแทน ในนาม ${name}`,
  because: 'ถอนเพราะอะไร',
  withdrawDone: `ถอนแล้ว${end}`,
  withdrawn: (day: string, by: string, because: string) => `ถอนเมื่อ ${day} โดย ${by} เพราะ ${because}`,
  open: 'เปิดหน้าประกาศ',
  poster: 'เปิดโปสเตอร์ A4',
  facebook: 'ข้อความสำหรับ Facebook',
  copyFacebook: 'คัดลอกข้อความ Facebook',
  loudspeaker: 'บทเสียงตามสาย',
  copyLoudspeaker: 'คัดลอกบทเสียงตามสาย',
  line: {
    title: 'ส่งทาง LINE ถึงทุกคน',
    all: `LINE ส่งถึงเพื่อนทุกคนของบัญชี เลือกเฉพาะหมู่บ้านไม่ได้ เพราะระบบไม่เก็บว่าใครอยู่หมู่ไหน${end}`,
    ask: 'ดูว่าใช้โควตาเท่าไร',
    cost: (cost: CostAnswer): string => {
      switch (cost.kind) {
        case 'unknown':
          return `LINE ยังไม่บอกจำนวนเพื่อนหรือโควตา จึงยังส่งไม่ได้ ลองใหม่พรุ่งนี้${end}`;
        case 'short':
          return `ต้องใช้ ${number(cost.messages)} ข้อความ เหลือ ${number(cost.left)} ขาดอีก ${number(cost.short)} จึงส่งไม่ได้${end}`;
        case 'fits':
          return cost.left === undefined
            ? `จะใช้ประมาณ ${number(cost.messages)} ข้อความ แพ็กเกจนี้ไม่จำกัดโควตา${end}`
            : `จะใช้ประมาณ ${number(cost.messages)} ข้อความ จากที่เหลือเดือนนี้ ${number(cost.left)}${end}`;
      }
    },
    send: 'ส่งทาง LINE',
    sendAsks: (messages: number) => `ส่งถึง ${number(messages)} คน เรียกคืนไม่ได้ ส่งเลยไหม${ask}`,
    again: 'ส่งอีกครั้งให้แน่ใจ',
    done: {
      asked: `ส่งไปแล้ว แต่ LINE ยังไม่ตอบ กดส่งอีกครั้งได้ภายในหนึ่งวัน ไม่มีใครได้รับซ้ำ${end}`,
      sent: `ส่งแล้ว${end}`,
      refused: `LINE ไม่รับข้อความนี้ ยังไม่มีใครได้รับ${end}`,
    },
    stands: (n: number, name: string, at: string) => `ฉบับที่ ${number(n)} โดย ${name} เมื่อ ${at}`,
  },
});
