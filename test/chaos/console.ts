import { CaseDetail } from '../../domain/staff/cases.ts';
import { cleanText } from '../../domain/words/clean.ts';
import { Stuck } from '../faults/phone.ts';
import { marker } from '../faults/resident.ts';
import { deskOf } from './desk.ts';
import type { Deed } from './officer.ts';
import type { World } from './world.ts';

const MOST_STEPS = 25;
const WAIT_MILLISECONDS = 2000;

/**
 * Accepts a case and answers it through the staff's API, as the console does: what got no answer is looked at, then
 * done again. @throws Stuck
 */
export async function worksOnConsole(world: World, caseId: string, staffId: string): Promise<Deed> {
  const deed: Deed = { caseId, words: cleanText(`ตอบจากคอมพิวเตอร์ ${marker('m', 777)}`), isSent: false };
  const desk = await deskOf(world, staffId);

  async function ask(method: string, path: string, body?: object): Promise<string | undefined> {
    const answer = await desk.ask(method, `/cases/${caseId}${path}`, body);
    return answer?.status === 200 ? answer.body : undefined;
  }

  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const seen = await ask('GET', '');
    if (seen === undefined) {
      await world.time.sleep(WAIT_MILLISECONDS);
      continue;
    }
    const { edition, status, thread } = CaseDetail.parse(JSON.parse(seen));
    if (thread.some(({ text }) => text === deed.words)) {
      deed.isSent = true;
      return deed;
    }
    if (status === 'new') await ask('POST', '/accept', { edition });
    else await ask('POST', '/answer', { edition, text: deed.words });
  }
  throw new Stuck('the console led nowhere');
}
