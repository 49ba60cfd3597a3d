import { demoAdminId } from '../../../domain/agency/khoen-staff.ts';
import { Entered, type EntryBody, KeptPhoto } from '../../../domain/staff/cases.ts';
import { Stuck } from '../../faults/phone.ts';
import { marker } from '../../faults/resident.ts';
import { photoOf } from '../../faults/residents.ts';
import { type Desk, deskOf, insist } from '../desk.ts';
import { minute, type Scene, type Stage } from '../stage.ts';

/** An entry as the form makes it; `nth` is like no other. */
export const entryOf = (nth: number, more: Partial<EntryBody> = {}): EntryBody => ({
  once: `entry-of-the-chaos-no-${String(nth).padStart(4, '0')}`,
  kind: 'complaint',
  channel: 'phone',
  received: '2026-11-20',
  category: 'road',
  place: 'moo-4',
  text: `ถนนหน้าวัดเป็นหลุม ${marker('c', nth)}`,
  ...more,
});

/** Sends an entry until the slip is there. @throws Stuck */
export async function enters(
  { claims }: Stage,
  { world, staffId, ask }: Desk,
  entry: EntryBody,
): Promise<Entered> {
  const answer = await insist(world, 'an entry', () => ask('POST', '/cases', entry));
  if (answer.status !== 200) throw new Stuck(`an entry: ${answer.status} ${answer.body}`);
  const slip = Entered.parse(JSON.parse(answer.body));
  const { number, receipt, received } = slip;
  const files = entry.photo === undefined ? 0 : 1;
  claims.push({ claim: 'entry', number, receipt, words: entry.text, files });
  const note = `${entry.channel} ${received}`;
  claims.push({ claim: 'deed', by: staffId, action: 'case-enter', about: number, note, times: 1 });
  return slip;
}

export const entering: Scene = {
  name: 'a case that somebody enters for a resident (รับเรื่องแทน), with a photo of the paper',
  async play(stage) {
    const desk = await deskOf(stage.world, demoAdminId);
    const entry = entryOf(801, { channel: 'paper' });
    const octets = await photoOf(801);
    const kept = await insist(stage.world, 'the photo of a paper', () =>
      desk.ask('PUT', `/entries/${entry.once}/photo`, octets),
    );
    const { n } = KeptPhoto.parse(JSON.parse(kept.body));
    await enters(stage, desk, { ...entry, photo: n });
    await minute(stage);
  },
};
