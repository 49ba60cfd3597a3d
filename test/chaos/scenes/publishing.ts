import { createHash } from 'node:crypto';
import { demoExecutiveId, demoOfficerId, demoStaff } from '../../../domain/agency/khoen-staff.ts';
import { PaperAnswer } from '../../../domain/staff/papers.ts';
import { printedAs } from '../../../domain/staff/publish.ts';
import { Stuck } from '../../faults/phone.ts';
import { makePdf } from '../../papers/pdf.ts';
import { type Desk, deskOf, insist, page, press } from '../desk.ts';
import { minute, type Scene } from '../stage.ts';

const ID = 'c0ffee0000000000000000a1';
const matter = {
  title: 'คู่มือขออนุญาตก่อสร้างอาคาร ฉบับทดลองความผิดพลาด',
  kind: 'manual',
  item: 'service_manual',
  fiscalYear: 2570,
  day: '2026-10-01',
};

export const printed = (): string => {
  const palad = demoStaff.find(({ id }) => id === demoExecutiveId);
  return (palad && printedAs(palad)) ?? '';
};

/** Sends a file whole, and has it checked. @throws Stuck */
async function sendsFile(desk: Desk, octets: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(octets).digest('hex');
  const about = { sha256, octets: octets.length };
  const steps: [method: string, path: string, body: object][] = [
    ['POST', '/paper-files', about],
    ['PUT', `/paper-files/${sha256}/0`, octets],
    ['POST', `/paper-files/${sha256}/check`, { octets: octets.length }],
  ];
  for (const [method, path, body] of steps) {
    const answer = await insist(desk.world, path, () => desk.ask(method, path, body));
    if (answer.status !== 200) throw new Stuck(`${path}: ${answer.status} ${answer.body}`);
  }
  return sha256;
}

const paperAt = (desk: Desk) => async (): Promise<PaperAnswer | undefined> => {
  const answer = await insist(desk.world, 'a paper', () => desk.ask('GET', `/papers/${ID}`));
  return answer.status === 200 ? PaperAnswer.parse(JSON.parse(answer.body)) : undefined;
};

export const publishing: Scene = {
  name: 'a paper with a file: proposed, given back, proposed anew, and approved by a second person',
  async play(stage) {
    const officer = await deskOf(stage.world, demoOfficerId);
    const palad = await deskOf(stage.world, demoExecutiveId);
    const sha256 = await sendsFile(officer, makePdf({ lines: ['คู่มือประชาชน'] }));
    const proposes = (day: string) =>
      press(officer, 'a proposal', paperAt(officer), {
        isDone: (seen) => seen?.state === 'waiting' && seen.draft?.day === day,
        send: (seen) =>
          officer.ask('PUT', `/papers/${ID}/draft`, {
            ...(seen === undefined ? {} : { edition: seen.edition }),
            paper: { ...matter, day, source: { type: 'file', sha256 } },
          }),
      });
    const decides = (what: string, body: object, state: PaperAnswer['state']) =>
      press(palad, what, () => page(palad, `/papers/${ID}`, PaperAnswer), {
        isDone: (seen) => seen.state === state,
        send: ({ edition }) => palad.ask('POST', `/papers/${ID}/${what}`, { edition, ...body }),
      });
    await proposes(matter.day);
    await decides('draft/return', { words: 'ขอแก้วันที่' }, 'returned');
    await proposes('2026-10-02');
    await decides('approval', { printed: printed() }, 'public');
    stage.claims.push({ claim: 'public', where: 'papers', id: ID });
    const about = `${ID} ${matter.title}`;
    const deed = { claim: 'deed', about } as const;
    stage.claims.push({ ...deed, by: demoOfficerId, action: 'paper-propose', times: 2 });
    stage.claims.push({ ...deed, by: demoExecutiveId, action: 'paper-return', times: 1 });
    stage.claims.push({ ...deed, by: demoExecutiveId, action: 'paper-approve', times: 1 });
    await minute(stage);
  },
};
