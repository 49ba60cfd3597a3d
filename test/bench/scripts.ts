/** What residents do in the benchmark, as LINE would send it. */
import { createHmac, randomBytes, randomInt } from 'node:crypto';

/** Words on the way to the middle of a complaint: the menu's label, what it is, where, and then there is more to say. */
const TO_MID_COMPLAINT = ['แจ้งปัญหา', 'ไฟถนนดับมาสามวันแล้วค่ะ', 'หน้าวัดบ้านเขิน ตรงทางเข้าหมู่บ้าน'];
/** And on to the review card: no more, and nobody is to know who it was. */
const TO_REVIEW = [...TO_MID_COMPLAINT, 'พอแล้ว ไปต่อ', '2'];
const CONFIRMS = ['ยืนยันส่ง'];
/** The first service, whose main questions are then answered by number. */
const TO_SURVEY = ['ประเมินบริการ', '1'];
const RATES = ['5', '4', '5', '3', '5'];

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
 * `text`: one more text in the middle of a complaint. `menu`: the menu's button. `survey`: an answer to the next
 * question. `photo`: one more photo of a complaint. `confirm`: the complaint is sent. `receipt`: a receipt that somebody
 * looks up. Those with `to` bring a new resident to where one starts.
 */
export const ACTS = ['text', 'menu', 'survey', 'photo', 'confirm', 'receipt'] as const;
export type Act = (typeof ACTS)[number] | `to ${(typeof ACTS)[number]}`;

/** How many events an act is made of, for each resident; a resident goes on to say this many things. */
export const eventsIn: Record<Act, number> = {
  text: MORE.length,
  menu: 8,
  survey: RATES.length,
  photo: 1,
  confirm: CONFIRMS.length,
  receipt: 1,
  'to text': TO_MID_COMPLAINT.length,
  'to menu': 1,
  'to survey': TO_SURVEY.length,
  'to photo': TO_MID_COMPLAINT.length,
  'to confirm': TO_REVIEW.length,
  'to receipt': 1,
};

const digits = (length: number): string => Array.from({ length }, () => randomInt(10)).join('');
const hex = (octets: number): string => randomBytes(octets).toString('hex');

const says = (text: string) => ({
  type: 'message',
  message: { type: 'text', id: digits(18), quoteToken: randomBytes(40).toString('base64url'), text },
});

const sendsPhoto = () => ({
  type: 'message',
  message: { type: 'image', id: digits(18), quoteToken: '', contentProvider: { type: 'line' } },
});

const pressesMenu = { type: 'postback', postback: { data: 'v1|-|menu|menu' } };

function doing(act: Act, nth: number, receipt: string): object {
  switch (act) {
    case 'text':
      return says(MORE[nth % MORE.length] ?? '');
    case 'survey':
      return says(RATES[nth] ?? '');
    case 'photo':
      return sendsPhoto();
    case 'confirm':
      return says(CONFIRMS[nth] ?? '');
    case 'receipt':
      return says(receipt);
    case 'to text':
    case 'to photo':
      return says(TO_MID_COMPLAINT[nth] ?? '');
    case 'to survey':
      return says(TO_SURVEY[nth] ?? '');
    case 'to confirm':
      return says(TO_REVIEW[nth] ?? '');
    case 'menu':
    case 'to menu':
    case 'to receipt':
      return pressesMenu;
  }
}

/** The `nth` event of an act of this resident, with every field that LINE's own has, signed. */
export function signedEvent(
  resident: number,
  act: Act,
  nth: number,
  receipt: string,
  channelSecret: string,
): Signed {
  const event = {
    ...doing(act, nth, receipt),
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
