/** What residents do in the benchmark, as LINE would send it. */
import { createHmac, randomBytes, randomInt } from 'node:crypto';

/** Words on the way to the middle of a complaint: the menu's label, what it is, where, and then there is more to say. */
const TO_MID_COMPLAINT = ['แจ้งปัญหา', 'ไฟถนนดับมาสามวันแล้วค่ะ', 'หน้าวัดบ้านเขิน ตรงทางเข้าหมู่บ้าน'];

const MORE = [
  'เสาต้นที่สามนับจากศาลาค่ะ มืดมากตอนกลางคืน',
  'คนแก่เดินไปวัดตอนเช้ามืดมองไม่เห็นทาง',
  'เมื่อวานมีช่างมาดูแล้วแต่ยังไม่ได้ซ่อม',
  'แถวนั้นมีบ้านอยู่ประมาณสิบหลังคาเรือน',
  'หลอดไฟเก่าแล้ว เปลี่ยนครั้งสุดท้ายน่าจะสองปีก่อน',
  'ถ้าซ่อมได้ก่อนงานบุญเดือนหน้าจะดีมากเลย',
  'เด็กนักเรียนก็กลับบ้านทางนี้กันทุกเย็น',
  'ฝากดูต้นไม้ที่กิ่งพาดสายแถวนั้นด้วยนะคะ',
];

/** A request for the webhook, signed. */
export interface Signed {
  body: Buffer;
  signature: string;
}

/**
 * `text`: one more text in the middle of a complaint. `menu`: the menu's button. `to text`, `to menu`: what
 * brings a new resident to where those start.
 */
export type Act = 'text' | 'menu' | 'to text' | 'to menu';

/** How many events an act is made of, for each resident; a resident goes on to say this many things. */
export const eventsIn = { text: MORE.length, menu: 8, 'to text': TO_MID_COMPLAINT.length, 'to menu': 1 };

const digits = (length: number): string => Array.from({ length }, () => randomInt(10)).join('');
const hex = (octets: number): string => randomBytes(octets).toString('hex');

const says = (text: string) => ({
  type: 'message',
  message: { type: 'text', id: digits(18), quoteToken: randomBytes(40).toString('base64url'), text },
});

const pressesMenu = { type: 'postback', postback: { data: 'v1|-|menu|menu' } };

function doing(act: Act, nth: number): object {
  if (act === 'text') return says(MORE[nth % MORE.length] ?? '');
  return act === 'to text' ? says(TO_MID_COMPLAINT[nth] ?? '') : pressesMenu;
}

/** The `nth` event of an act of this resident, with every field that LINE's own has, signed. */
export function signedEvent(resident: number, act: Act, nth: number, channelSecret: string): Signed {
  const event = {
    ...doing(act, nth),
    webhookEventId: hex(13).toUpperCase(),
    deliveryContext: { isRedelivery: false },
    timestamp: Date.now(),
    source: { type: 'user', userId: `U${resident.toString(16).padStart(32, '0')}` },
    replyToken: hex(16),
    mode: 'active',
  };
  const body = Buffer.from(JSON.stringify({ destination: `U${'f'.repeat(32)}`, events: [event] }));
  return { body, signature: createHmac('sha256', channelSecret).update(body).digest('base64') };
}
