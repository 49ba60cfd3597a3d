import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { Session, Ticket } from '../../../domain/staff/me.ts';
import { someTip } from '../../forms/visitor.ts';
import { eventOf, postWebhook, says, sign, someUser } from '../../support/webhook.ts';
import { type Pair, type Side, startPair } from './pair.ts';

let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
});
afterAll(() => pair.close());

/** The side by its place, and the other one. */
const sidesFrom = (at: number): [one: Side, other: Side] => {
  const [first, second] = pair.sides;
  return at === 0 ? [first, second] : [second, first];
};

async function complains(side: Side, userId: string): Promise<{ number: string; receipt: string }> {
  await side.says(userId, 'ไฟถนนดับหน้าวัด หมู่ 3');
  let shown = await side.says(userId, 'แจ้งปัญหา/แจ้งซ่อม');
  for (let steps = 0; steps < 6 && !shown.includes('ยืนยันส่ง'); steps += 1) {
    shown = await side.says(userId, shown.includes('พอแล้ว ไปต่อ') ? 'พอแล้ว ไปต่อ' : '1');
  }
  const receipt = /(\d{4} \d{4} \d{4} \d{4})/.exec(shown)?.[1] ?? 'none';
  const sent = await side.says(userId, 'ยืนยันส่ง');
  return { number: /เลขเรื่อง (\d\d-\d{4})/.exec(sent)?.[1] ?? 'none', receipt };
}

const asStaff = (side: Side, bearer: string, path: string): Promise<Response> =>
  side.at(`/api/staff${path}`, { headers: { authorization: `Bearer ${bearer}` } });

const post = (side: Side, path: string, body: unknown): Promise<Response> =>
  side.at(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const complaintIds = async (side: Side): Promise<string[]> =>
  [...(await side.documents())].flatMap(([path, { kind }]) =>
    kind === 'complaint' ? (/\/cases\/([^/]+)$/.exec(path)?.[1] ?? []) : [],
  );

describe.each([
  [0, 'the default agency beside another'],
  [1, 'another agency beside the default one'],
])('%i: %s', (at) => {
  it('is all that changes when its residents and staff do everything', async () => {
    const [one, other] = sidesFrom(at);
    const userId = someUser();
    await other.says(userId, 'สวัสดี');
    const before = await other.documents();
    const rung = other.simulator.platform.chats.get(demoOfficerId)?.length;

    const { number } = await complains(one, userId);
    expect(number).toMatch(/^\d\d-\d{4}$/);
    expect(await one.visitor.send(someTip(), 1, () => undefined)).toBeUndefined();
    const bearer = await one.bearer(demoOfficerId);
    expect((await asStaff(one, bearer, '/cases')).status).toBe(200);

    expect(await other.documents()).toEqual(before);
    expect(other.simulator.platform.chats.get(demoOfficerId)?.length).toBe(rung);
    expect(JSON.stringify([...(await one.documents()).keys()])).toContain('/cases/');
  });

  it('takes webhooks that its own account signed, and that are meant for it', async () => {
    const [one, other] = sidesFrom(at);
    const event = eventOf(someUser(), says('สวัสดี'));
    const destination = one.simulator.platform.channel.botUserId;
    const body = JSON.stringify({ destination, events: [event] });
    const mine = `${pair.url}/webhook/${one.id}`;
    const theirs = `${pair.url}/webhook/${other.id}`;
    expect((await postWebhook(mine, one.channelSecret, body)).status).toBe(200);
    expect((await postWebhook(theirs, one.channelSecret, body)).status).toBe(401);
    expect((await postWebhook(mine, one.channelSecret, body, sign(body, other.channelSecret))).status).toBe(
      401,
    );
    const foreign = await postWebhook(theirs, other.channelSecret, body);
    // The default agency's account is in the environment, which does not say its user id.
    expect(foreign.status).toBe(other.id === 'khoen' ? 200 : 400);
  });

  it('knows nothing of receipts, cases and tips of the other', async () => {
    const [one, other] = sidesFrom(at);
    const { receipt, number } = await complains(one, someUser());
    const asking = someUser();
    expect(await one.says(asking, receipt)).toContain(number);
    expect(await other.says(asking, receipt)).not.toContain(number);
    const digits = receipt.replaceAll(' ', '');
    expect(await one.visitor.follower.follow(digits)).toMatchObject({ found: 'case' });
    expect(await other.visitor.follower.follow(digits)).toEqual({ found: 'nothing' });

    const tip = someTip();
    await one.visitor.send(tip, 2, () => undefined);
    expect(await one.visitor.follower.follow(tip.receipt)).toMatchObject({ found: 'tip' });
    expect(await other.visitor.follower.follow(tip.receipt)).toEqual({ found: 'nothing' });
  });

  it('opens its staff pages to its own sessions and tickets alone', async () => {
    const [one, other] = sidesFrom(at);
    const bearer = await one.bearer(demoOfficerId);
    expect((await asStaff(one, bearer, '/me')).status).toBe(200);
    expect((await asStaff(other, bearer, '/me')).status).toBe(401);

    const [caseId = 'none'] = await complaintIds(one);
    expect((await asStaff(one, bearer, `/cases/${caseId}`)).status).toBe(200);
    expect((await asStaff(other, await other.bearer(demoOfficerId), `/cases/${caseId}`)).status).toBe(404);

    const idToken = await one.simulator.login.tokens.issue(demoOfficerId);
    expect((await post(other, '/api/staff/sign-in', { idToken })).status).toBe(401);
    const { ticket } = Ticket.parse(await (await post(one, '/api/staff/sign-in', { idToken })).json());
    expect((await post(other, '/api/staff/session', { ticket })).status).not.toBe(200);
    const session = Session.parse(await (await post(one, '/api/staff/session', { ticket })).json());
    expect((await asStaff(one, session.bearer, '/me')).status).toBe(200);
  });

  it('says its own name on every page, and both share what is the same for all', async () => {
    const [one, other] = sidesFrom(at);
    for (const path of ['/', '/privacy', '/tip', '/track', '/rate', '/staff', '/nowhere']) {
      const html = await (await one.at(path)).text();
      expect([path, html.includes(one.name), html.includes(other.name)]).toEqual([path, true, false]);
    }
    const script = /src="(\/assets\/[^"]+)"/.exec(await (await one.at('/tip')).text())?.[1] ?? '/none';
    for (const side of [one, other]) expect((await side.at(script)).status).toBe(200);
    const keys = await Promise.all([one, other].map((side) => side.visitor.keys()));
    expect(keys[0]?.salt).not.toBe(keys[1]?.salt);
  });
});

describe('an address', () => {
  it('at which no agency stands is the default one', async () => {
    for (const host of ['elsewhere.example', '127.0.0.1:8080', 'nongkhok.example.evil', '%00', '']) {
      const response = await fetch(`${pair.url}/privacy`, { headers: { 'x-forwarded-host': host } });
      expect(await response.text()).toContain(pair.sides[0].name);
    }
  });

  it('of no agency takes no webhook', async () => {
    for (const id of ['nowhere', 'NONGKHOK', '..%2Fkhoen', 'a'.repeat(41), '%E0%B8%81']) {
      const { status } = await postWebhook(`${pair.url}/webhook/${id}`, 'secret', '{"events":[]}');
      expect([id, status]).toEqual([id, 404]);
    }
  });
});
