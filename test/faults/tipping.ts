// Residents who tell of corruption.
import type { Question } from './phone.ts';
import {
  arrived,
  beginOrResume,
  choose,
  chooseAny,
  converse,
  menuTap,
  pick,
  type Resident,
  receiptOn,
  say,
  type TipGoal,
  tapOf,
  type,
} from './resident.ts';

const TOLD = ['ช่างคนหนึ่งเรียกเงินค่าเซ็นแบบ', 'เบิกค่าน้ำมันเท็จทุกเดือน', 'งานถนนฮั้วกันไว้ก่อนแล้ว', 'เอารถหลวงไปใช้ที่บ้าน'];
const MORE = ['เห็นเมื่อวันจันทร์ที่ผ่านมา', 'มีใบเสร็จอยู่หนึ่งใบ', 'คนในหมู่บ้านรู้กันทั่ว', 'ที่ห้องชั้นสอง'];

const wordsWith = (resident: Resident, goal: TipGoal, among: readonly string[]): string =>
  `${pick(resident, among)} ${goal.marker}-${goal.typed.length}`;

/** Tells one thing to the end, or gives it up on the review card. */
export async function tip(resident: Resident, goal: TipGoal, photo: Uint8Array | undefined): Promise<void> {
  const { phone } = resident;
  const most = 1 + Math.floor(resident.roll() * 3);
  let from = phone.mark();
  let isDropped = false;
  let left = photo;

  const isReached = (): boolean => {
    if (goal.ends === 'dropped') return isDropped && phone.question() === undefined;
    const heard = goal.sent.length === 0 ? '' : phone.heard(from);
    goal.isConfirmed = heard.includes(say.tip.sent) || heard.includes(say.tip.sentAlready);
    return goal.isConfirmed;
  };

  const begin = async (): Promise<void> => {
    if (goal.typed.length === 0 && resident.roll() < 0.4) {
      await type(resident, goal.typed, wordsWith(resident, goal, TOLD));
    } else await phone.taps(menuTap('tip'));
  };

  async function sendPhoto(): Promise<void> {
    if (left === undefined) return;
    goal.photos.push(left);
    const sending = left;
    left = undefined;
    await phone.sends('image', sending);
  }

  async function tellFacts(question: Question): Promise<void> {
    const fresh = tapOf(question, 'on') === undefined;
    if (left !== undefined && !fresh) await sendPhoto();
    else if (fresh || goal.typed.length < most) {
      await type(resident, goal.typed, wordsWith(resident, goal, goal.typed.length === 0 ? TOLD : MORE));
    } else await choose(resident, question, 'on');
  }

  async function answerReview(question: Question): Promise<void> {
    const receipt = receiptOn(question.words);
    const tap = question.taps.find(({ choice }) => choice.startsWith('send.'));
    if (receipt === undefined || tap === undefined) throw new Error('a review card without a receipt');
    if (goal.ends === 'dropped') {
      isDropped = true;
      return choose(resident, question, 'cancel');
    }
    if (goal.sent.length === 0 && !goal.isTrimmed && resident.roll() < 0.1) {
      goal.isTrimmed = true;
      return choose(resident, question, 'office');
    }
    if (goal.sent.length === 0) {
      from = phone.mark();
      goal.held = arrived(resident, goal.typed);
    }
    if (!goal.sent.includes(receipt)) goal.sent.push(receipt);
    await phone.taps(tap);
  }

  await converse(resident, isReached, async (question) => {
    switch (question?.at) {
      case undefined:
        if (goal.sent.length > 0) {
          const again = phone.everTapped().findLast(({ choice }) => choice.startsWith('send.'));
          if (again !== undefined) await phone.taps(again);
        } else await beginOrResume(resident, begin);
        return;
      case 'sorting':
        if (left !== undefined && resident.roll() < 0.5) return sendPhoto();
        return choose(resident, question, 'tip');
      case 'tip.promise':
        return choose(resident, question, 'chat');
      case 'tip.office':
        return choose(resident, question, `of.${goal.office}`);
      case 'tip.kind':
        await chooseAny(resident, question, 'is.');
        return;
      case 'tip.facts':
        return tellFacts(question);
      case 'tip.leave':
        if (!goal.isTrimmed && resident.roll() < 0.1) {
          goal.isTrimmed = true;
          await chooseAny(resident, question, 'undo.');
          return;
        }
        return choose(resident, question, 'ready');
      case 'tip.review':
        return answerReview(question);
      default:
        await phone.says('ยกเลิก');
    }
  });
}
