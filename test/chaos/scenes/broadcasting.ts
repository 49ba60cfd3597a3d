import { demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { AnnouncementAnswer, CostAnswer } from '../../../domain/staff/announcements.ts';
import { Stuck } from '../../faults/phone.ts';
import { type Desk, deskOf, insist, page, press } from '../desk.ts';
import { minute, type Scene, someone } from '../stage.ts';
import { printed } from './publishing.ts';

const ID = 'c0ffee0000000000000000b2';
const QUOTA = 500;
const announcement = {
  title: 'พ่นหมอกควันกำจัดยุงลาย',
  text: 'พ่นหมอกควันวันที่ 25 พ.ย. 2569 เวลา 09.30 น.',
  from: '2026-11-24',
  until: '2026-11-25',
  places: ['moo-4'],
  unit: 'works',
};

const seenBy = (desk: Desk) => (): Promise<AnnouncementAnswer> =>
  page(desk, `/announcements/${ID}`, AnnouncementAnswer);

const proposalAt = (desk: Desk) => async (): Promise<AnnouncementAnswer | undefined> => {
  const answer = await insist(desk.world, 'an announcement', () => desk.ask('GET', `/announcements/${ID}`));
  return answer.status === 200 ? AnnouncementAnswer.parse(JSON.parse(answer.body)) : undefined;
};

export const broadcasting: Scene = {
  name: 'an announcement: proposed, approved by a second person, and sent to everybody in LINE at the cost confirmed',
  async before(stage) {
    await someone(stage, 30);
    const { channel } = stage.world.line.platform;
    channel.quotaLimit = channel.quotaUsed + QUOTA;
  },
  async play(stage) {
    const officer = await deskOf(stage.world, demoOfficerId);
    const palad = await deskOf(stage.world, demoExecutiveId);
    await press(officer, 'a proposal', proposalAt(officer), {
      isDone: (seen) => seen?.draft !== undefined,
      send: () => officer.ask('PUT', `/announcements/${ID}/draft`, { announcement }),
    });
    await press(palad, 'an approval', seenBy(palad), {
      isDone: ({ state }) => state === 'public',
      send: ({ edition }) =>
        palad.ask('POST', `/announcements/${ID}/approval`, { edition, printed: printed() }),
    });
    let cost = await page(palad, `/announcements/${ID}/cost`, CostAnswer);
    while (cost.kind === 'unknown') cost = await page(palad, `/announcements/${ID}/cost`, CostAnswer);
    if (cost.kind !== 'fits') throw new Stuck('a broadcast that the quota does not allow');
    const { messages } = cost;
    await press(palad, 'a broadcast', seenBy(palad), {
      isDone: ({ broadcast }) => broadcast?.state === 'sent',
      send: ({ edition }) => palad.ask('POST', `/announcements/${ID}/broadcast`, { edition, messages }),
    });
    stage.claims.push({ claim: 'public', where: 'announcements', id: ID });
    stage.claims.push({ claim: 'broadcast', id: ID, messages });
    const deed = { claim: 'deed', about: `${ID} ${announcement.title}`, times: 1 } as const;
    stage.claims.push({ ...deed, by: demoOfficerId, action: 'announcement-propose' });
    stage.claims.push({ ...deed, by: demoExecutiveId, action: 'announcement-approve' });
    stage.claims.push({ ...deed, by: demoExecutiveId, action: 'announcement-broadcast', note: 'sent' });
    await minute(stage);
  },
};
