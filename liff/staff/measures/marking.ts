import type { ConsoleMeasuresWords } from '../../../domain/catalogue/console-measures.ts';
import { faultWords } from '../../../domain/catalogue/console-settings.ts';
import { KeptProof, MeasureRow, type StepBody, type StepRow } from '../../../domain/staff/measures.ts';
import { Faults } from '../../../domain/staff/settings.ts';
import type { StrippedPhoto } from '../../tip/photo.ts';
import type { StaffApi } from '../api.ts';
import { type Console, failureWords } from '../console.ts';

type Marked = { row: MeasureRow } | { problem: string; now?: MeasureRow };
type Parts = { api: StaffApi; say: Console['say']; words: ConsoleMeasuresWords };

/** Sends photos that were chosen, one after another; their marks, or why one could not be sent. */
export async function sendPhotos(
  { api, say }: Parts,
  measureId: string,
  photos: readonly StrippedPhoto[],
): Promise<string[] | { problem: string }> {
  const marks: string[] = [];
  for (const { octets } of photos) {
    const sent = await api.sendOctets('POST', `/measures/${measureId}/photos`, octets, KeptProof);
    if (!sent.ok) return { problem: failureWords(say, sent.why) };
    marks.push(sent.value.sha256);
  }
  return marks;
}

type WithoutEdition<Body> = Body extends unknown ? Omit<Body, 'edition'> : never;

/** Says what became of a step; with `now` where somebody said something else of it meanwhile. */
export async function mark(
  { api, say, words }: Parts,
  measureId: string,
  step: Pick<StepRow, 'id' | 'edition'>,
  body: WithoutEdition<StepBody>,
): Promise<Marked> {
  const path = `/measures/${measureId}/steps/${step.id}`;
  const sent = await api.send('POST', path, { ...body, edition: step.edition }, MeasureRow);
  if (sent.ok) return { row: sent.value };
  const now = MeasureRow.safeParse(sent.now).data;
  if (sent.why === 'changed' && now !== undefined) return { problem: words.tick.changed, now };
  const fault = Faults.safeParse(sent.now).data?.faults[0];
  if (sent.why === 'bad_fields' && fault !== undefined) return { problem: faultWords(fault.fault) };
  return { problem: sent.why === 'not_now' ? words.tick.photoGone : failureWords(say, sent.why) };
}

/** A step as the body that says it again, for taking back what was taken back. */
export const bodyOf = (step: StepRow): WithoutEdition<StepBody> =>
  step.state === 'open'
    ? { state: 'open', ...(step.because === undefined ? {} : { because: step.because }) }
    : {
        state: 'done',
        day: step.day,
        ...(step.note === undefined ? {} : { note: step.note }),
        photos: step.proofs.flatMap((one) => (one.proof === 'photo' ? [one.sha256] : [])),
        links: step.proofs.flatMap((one) => (one.proof === 'link' ? [one.url] : [])),
      };
