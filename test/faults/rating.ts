// Residents who rate a service.
import type { Question } from './phone.ts';
import { Stuck } from './phone.ts';
import {
  agency,
  beginOrResume,
  choose,
  chooseAny,
  converse,
  menuTap,
  type Resident,
  type SurveyGoal,
  say,
} from './resident.ts';

const COUNT = /^ข้อ (\d+) จาก \d+/m;

/** Rates the question that is shown as it was meant to be, whatever was tapped before. */
async function rate(resident: Resident, question: Question, ratings: readonly number[]): Promise<void> {
  const nth = Number(COUNT.exec(question.words)?.[1]);
  const rating = ratings[nth - 1];
  if (rating === undefined) throw new Stuck(`a question that is none: ${question.words}`);
  if (rating === 0) {
    await chooseAny(resident, question, 'skip');
    return;
  }
  await chooseAny(
    resident,
    question,
    question.taps.find((tap) => tap.choice.endsWith(`.${rating}`))?.choice ?? '?',
  );
}

/** Rates one service to the end. */
export async function survey(resident: Resident, goal: SurveyGoal): Promise<void> {
  const { phone } = resident;
  const from = phone.mark();
  const label = agency.services.find(({ id }) => id === goal.service)?.label ?? '';
  const isReached = (): boolean => {
    const heard = phone.heard(from);
    goal.isDone = heard.includes(say.survey.done) || heard.includes(say.survey.already(label));
    return goal.isDone;
  };
  const begin = async (): Promise<void> => {
    if (resident.roll() < 0.3) await phone.says(`ประเมินบริการ #${goal.service}`);
    else await phone.taps(menuTap('survey'));
  };

  await converse(resident, isReached, async (question) => {
    switch (question?.at) {
      case undefined:
        return beginOrResume(resident, begin);
      case 'survey.service':
        return choose(resident, question, `of.${goal.service}`);
      case 'survey.rate':
        return rate(resident, question, goal.ratings);
      case 'survey.why':
        await chooseAny(resident, question, 'why.');
        return;
      case 'survey.more':
        return choose(resident, question, goal.extra === undefined ? 'no' : 'yes');
      case 'survey.extra':
        return rate(resident, question, goal.extra ?? []);
      case 'survey.age':
        if (resident.roll() < 0.3) return choose(resident, question, 'skip');
        await chooseAny(resident, question, 'age.');
        return;
      case 'survey.comment':
        if (goal.comment === undefined) return choose(resident, question, 'skip');
        await phone.says(goal.comment);
        return;
      default:
        await phone.says('ยกเลิก');
    }
  });
}
