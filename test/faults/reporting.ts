// Residents who report, ask or suggest something, and who come back to it with their receipt.
import { cleanText } from '../../domain/words/clean.ts';
import type { Question } from './phone.ts';
import {
  arrived,
  beginOrResume,
  type CaseGoal,
  choose,
  chooseAny,
  converse,
  marker,
  menuTap,
  pick,
  type Resident,
  receiptOn,
  say,
  tapOf,
  type,
} from './resident.ts';

const PROBLEMS = [
  'ไฟถนนดับสองดวง หน้าศาลา',
  'ถนนเป็นหลุมใหญ่ รถล้มบ่อย',
  'น้ำประปาไม่ไหลตั้งแต่เช้า',
  'ขยะล้นถัง เหม็นมาก',
  'ท่อระบายน้ำตัน น้ำท่วมหน้าบ้าน',
  'หมาจรจัดไล่กัดเด็ก',
  'มีเรื่องอยากให้มาดูหน่อย',
];
const MORE = ['เป็นมาสามวันแล้ว', 'อยู่ตรงทางโค้ง', 'ตอนกลางคืนมองไม่เห็น', 'ช่วยมาดูด้วยนะ'];
const ASKED = ['เบี้ยผู้สูงอายุออกวันไหน', 'จ่ายภาษีที่ดินได้ถึงเมื่อไร', 'ขอถังขยะเพิ่มต้องทำอย่างไร'];
const SUGGESTED = ['อยากให้มีไฟทางเข้าวัด', 'น่าจะเปิดลานกีฬาถึงสองทุ่ม', 'อยากให้มีรถรับส่งไปโรงพยาบาล'];

/** What somebody sends besides words. */
export interface Things {
  photo: Uint8Array | undefined;
  voice: Uint8Array | undefined;
  hasPlace: boolean;
  takesBack: boolean;
}

const [SENT_BEFORE = ''] = say.complaint.sent('§', '').split('§');
const [SENT_ALREADY = ''] = say.complaint.sentAlready('§').split('§');
const NUMBER = /^(\d{2}-\d{4,})/;

/** The case number that was told since the mark, if one was. */
function numberTold(heard: string): string | undefined {
  for (const words of [SENT_BEFORE, SENT_ALREADY]) {
    const at = heard.lastIndexOf(words);
    const found = at < 0 ? undefined : NUMBER.exec(heard.slice(at + words.length))?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

const opening = ({ kind }: CaseGoal): readonly string[] =>
  kind === 'complaint' ? PROBLEMS : kind === 'question' ? ASKED : SUGGESTED;

const wordsWith = (resident: Resident, goal: CaseGoal, among: readonly string[]): string =>
  `${pick(resident, among)} ${goal.marker}-${goal.typed.length}`;

async function begin(resident: Resident, goal: CaseGoal): Promise<void> {
  const first = goal.kind === 'suggestion' ? 'words' : pick(resident, ['words', 'words', 'menu'] as const);
  if (first === 'menu') await resident.phone.taps(menuTap(goal.kind));
  else await type(resident, goal.typed, wordsWith(resident, goal, opening(goal)));
}

/** Something that was said in anger, and taken back before it went out. */
async function sayAndTakeBack(resident: Resident, goal: CaseGoal): Promise<string | undefined> {
  const taken = marker('u', resident.nth);
  const [id] = await resident.phone.says(`พูดแรงไปหน่อย ${taken}`);
  if (id === undefined || !resident.phone.wasDelivered(id)) return undefined;
  await resident.phone.unsends(id);
  goal.typed.push({ words: '', messages: [] });
  return taken;
}

/** Reports one thing to the end, or gives it up on the review card. */
export async function report(resident: Resident, goal: CaseGoal, things: Things): Promise<void> {
  const { phone } = resident;
  let from = phone.mark();
  let isDropped = false;
  let takenBack: string | undefined;
  const left = { ...things };

  const isReached = (): boolean => {
    if (goal.ends === 'dropped') return isDropped && phone.question() === undefined;
    if (goal.sent.length > 0) goal.number = numberTold(phone.heard(from));
    return goal.number !== undefined;
  };

  async function send(question: Question): Promise<void> {
    const receipt = receiptOn(question.words);
    const tap = question.taps.find(({ choice }) => choice.startsWith('send.'));
    if (receipt === undefined || tap === undefined) throw new Error('a review card without a receipt');
    if (goal.sent.length === 0) {
      from = phone.mark();
      goal.held = arrived(resident, goal.typed);
      if (takenBack !== undefined && !question.words.includes(takenBack)) goal.unsaid.push(takenBack);
    }
    if (!goal.sent.includes(receipt)) goal.sent.push(receipt);
    await phone.taps(tap);
  }

  async function sendMore(question: Question): Promise<void> {
    if (left.photo !== undefined) {
      const { photo } = left;
      left.photo = undefined;
      await phone.sends('image', photo);
    } else if (left.voice !== undefined) {
      const { voice } = left;
      left.voice = undefined;
      await phone.sends('audio', voice);
    } else if (left.hasPlace) {
      left.hasPlace = false;
      await phone.place('หน้าวัด');
    } else if (left.takesBack) {
      left.takesBack = false;
      takenBack = await sayAndTakeBack(resident, goal);
    } else if (tapOf(question, 'enough') === undefined || (resident.roll() < 0.3 && goal.typed.length < 4)) {
      await type(resident, goal.typed, wordsWith(resident, goal, MORE));
    } else await choose(resident, question, 'enough');
  }

  async function answerReview(question: Question): Promise<void> {
    if (goal.ends === 'dropped') {
      isDropped = true;
      await choose(resident, question, 'cancel');
    } else await send(question);
  }

  await converse(resident, isReached, async (question) => {
    switch (question?.at) {
      case undefined:
        if (goal.sent.length > 0) {
          const again = phone.everTapped().findLast(({ choice }) => choice.startsWith('send.'));
          if (again !== undefined) await phone.taps(again);
        } else await beginOrResume(resident, () => begin(resident, goal));
        return;
      case 'sorting':
        if (resident.roll() < 0.4 && left.photo !== undefined) return sendMore(question);
        return choose(resident, question, goal.kind);
      case 'complaint.category':
        await chooseAny(resident, question, 'is.');
        return;
      case 'complaint.concerns':
        await chooseAny(resident, question, 'of.');
        return;
      case 'complaint.where':
        await (resident.roll() < 0.2
          ? choose(resident, question, 'skip')
          : chooseAny(resident, question, 'in.'));
        return;
      case 'complaint.more':
        return sendMore(question);
      case 'complaint.same':
        return choose(resident, question, pick(resident, ['join', 'apart', 'apart']));
      case 'ask.words':
        return type(resident, goal.typed, wordsWith(resident, goal, opening(goal)));
      case 'complaint.told':
      case 'ask.told':
        return choose(resident, question, goal.told);
      case 'complaint.edit':
        return choose(resident, question, 'back');
      case 'complaint.review':
      case 'ask.review':
        return answerReview(question);
      default:
        await phone.says('ยกเลิก');
    }
  });
}

const thai = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));

/** A receipt as somebody types it. */
export function typedReceipt(resident: Resident, digits: string): string {
  const spaced = digits.replace(/(.{4})(?=.)/g, '$1 ');
  return pick(resident, [digits, spaced, `รหัสลับ ${spaced}`, thai(spaced)]);
}

/** Comes back with the receipt, and adds something. */
export async function followUp(resident: Resident, goal: CaseGoal): Promise<void> {
  const { phone } = resident;
  const receipt = goal.sent.at(-1);
  const { number } = goal;
  if (receipt === undefined || number === undefined) return;
  const from = phone.mark();
  const words = `${pick(resident, MORE)} ${marker('m', resident.nth)}`;
  const { added, addedUnrecorded } = say.follow;
  const thanked = goal.told === 'chat' ? added(number) : addedUnrecorded(number);
  const isReached = (): boolean => phone.heard(from).includes(thanked);
  await converse(resident, isReached, async (question) => {
    switch (question?.at) {
      case 'follow.case':
        return choose(resident, question, 'add');
      case 'follow.message':
        return type(resident, goal.added, cleanText(words));
      case undefined:
        await phone.says(typedReceipt(resident, receipt));
        return;
      default:
        await phone.says('ยกเลิก');
    }
  });
}
