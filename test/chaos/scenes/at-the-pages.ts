import { khoenSurvey } from '../../../domain/agency/khoen-survey.ts';
import { makeReceipt } from '../../../domain/receipt/receipt.ts';
import { questionField } from '../../../domain/survey/form.ts';
import { tipFollower } from '../../../liff/worker/follow-tip.ts';
import { tipSender } from '../../../liff/worker/send-tip.ts';
import { Stuck } from '../../faults/phone.ts';
import { marker, type Resident } from '../../faults/resident.ts';
import { tipGoal } from '../../faults/residents.ts';
import { insist } from '../desk.ts';
import { LISTING, minute, type Scene, type Stage, someone, until } from '../stage.ts';
import { again, doorTo } from '../visitor.ts';

const NO_WORDS = { words: '', messages: [] };

/** Sends a tip by the private form, as somebody who has LINE as well and looks it up there later. @throws Stuck */
export async function tipsByForm(
  { world }: Stage,
  resident: Resident,
  office: string,
): Promise<{ receipt: string }> {
  const { nth } = resident;
  const receipt = makeReceipt(new Uint8Array(16).fill(nth % 256));
  const goal = { ...tipGoal(resident), office };
  const words = `ขอเงินใต้โต๊ะ ${goal.marker}`;
  resident.goals.push(goal);
  goal.typed.push({ ...NO_WORDS, words });
  const send = tipSender(doorTo(world));
  const tip = { receipt, office, kind: 'bribe', texts: [words], photos: [] };
  await again(world, 'a tip by the form', () => send(tip, 1, () => undefined));
  goal.held.push(words);
  goal.sent.push(receipt);
  goal.isConfirmed = true;
  return { receipt };
}

const RATING = 4;
const form = (comment: string): string =>
  new URLSearchParams([
    ['once', 'abcdef0123456789abcdef01234567'],
    ...khoenSurvey.questions.map(({ id }) => [questionField(id), String(RATING)]),
    ['comment', comment],
  ]).toString();

export const atThePages: readonly Scene[] = [
  {
    name: 'a tip by the private form, and its alert at the listing time',
    isCostly: true,
    async play(stage) {
      const resident = await someone(stage, 47);
      await tipsByForm(stage, resident, 'finance');
      await until(stage.world, LISTING);
      await minute(stage);
    },
  },
  {
    name: 'a tip followed on its page, and words added to it',
    isCostly: true,
    async before(stage) {
      await tipsByForm(stage, await someone(stage, 48), 'works');
    },
    async play(stage) {
      const { world } = stage;
      const receipt = stage.residents
        .at(-1)
        ?.goals.flatMap((goal) => (goal.goal === 'tip' ? goal.sent : []))[0];
      if (receipt === undefined) throw new Stuck('no receipt');
      const follower = tipFollower(doorTo(world));
      const words = `มีพยานเห็น ${marker('t', 48)}`;
      await again(world, 'following a tip', () => follower.follow(receipt));
      await again(world, 'adding to a tip', () => follower.add(words));
      stage.claims.push({ claim: 'added', receipt, words });
      await minute(stage);
    },
  },
  {
    name: 'a service rated at the counter',
    async play(stage) {
      const { world } = stage;
      const comment = `บริการดี ${marker('v', 49)}`;
      const service = 'street-lights';
      const answer = await insist(world, 'a rating', async () =>
        (await world.someInstance()).call({
          method: 'POST',
          path: `/rate/${service}?channel=tablet`,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: form(comment),
        }),
      );
      if (answer.status !== 303) throw new Stuck(`a rating: ${answer.status}`);
      stage.claims.push({ claim: 'response', service, comment, rating: RATING });
      await minute(stage);
    },
  },
];
