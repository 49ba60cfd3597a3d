import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lineTokens } from '../../bot/staff/id-token.ts';
import { demoOfficerId } from '../../domain/agency/khoen-staff.ts';
import { Me, Session, Ticket } from '../../domain/staff/me.ts';
import { openStaffStage, type StaffStage } from './stage.ts';
import { claimsFor, forged, guessed, tampered, unsigned } from './tokens.ts';

let stage: StaffStage;
beforeAll(async () => {
  stage = await openStaffStage();
});
afterAll(() => stage.close());

const issue = (userId = demoOfficerId) => stage.simulator.login.tokens.issue(userId);
const signIn = (idToken: unknown) => stage.callWith(undefined, 'POST', '/sign-in', { idToken });
const exchange = (ticket: unknown) => stage.callWith(undefined, 'POST', '/session', { ticket });

async function ticketFor(userId = demoOfficerId): Promise<string> {
  const reply = await signIn(await issue(userId));
  expect(reply.status).toBe(200);
  return Ticket.parse(reply.json).ticket;
}

describe('an ID token that LINE signed', () => {
  it('gives a ticket, which gives a bearer, which says who I am', async () => {
    const reply = await exchange(await ticketFor());
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    const { bearer, until } = Session.parse(reply.json);
    const me = Me.parse((await stage.callWith(bearer, 'GET', '/me')).json);
    expect(me).toMatchObject({ name: 'สมหญิง ใจดี (ทดลอง)', roles: ['officer'], until });
    expect(me.staff.map(({ name }) => name)).toContain('ประเสริฐ มั่นคง (ทดลอง)');
    expect(JSON.stringify(me)).not.toMatch(/U[0-9a-f]{20,}/);
  });

  it('leaves neither ticket nor bearer in the store', async () => {
    const ticket = await ticketFor();
    const { bearer } = Session.parse((await exchange(ticket)).json);
    for (const collection of ['staffSessions', 'staffTickets', 'audit']) {
      const found = await stage.documents.query({ group: collection, where: [], orderBy: [], limit: 100 });
      const written = JSON.stringify(found.map(({ path, data }) => [path, data]));
      expect(written).not.toContain(ticket);
      expect(written).not.toContain(bearer);
    }
  });

  it('says to somebody who is not on the staff that they are not', async () => {
    const stranger = stage.simulator.platform.addPerson('มาเยี่ยม', 'resident').userId;
    const reply = await signIn(await issue(stranger));
    expect([reply.status, reply.code]).toEqual([403, 'not_staff']);
  });
});

describe('a token that is not to be believed', () => {
  it('forged, with a key of its own, is refused', async () => {
    for (const kid of ['stand-in', 'another', '']) {
      const reply = await signIn(await forged(claimsFor(stage, demoOfficerId), kid));
      expect([reply.status, reply.code]).toEqual([401, 'bad_token']);
    }
  });

  it('without a signature is refused', async () => {
    const reply = await signIn(unsigned(claimsFor(stage, demoOfficerId)));
    expect([reply.status, reply.code]).toEqual([401, 'bad_token']);
  });

  it('signed with something that everybody knows is refused', async () => {
    const tokens = await guessed(stage, claimsFor(stage, demoOfficerId));
    expect(tokens.length).toBe(6);
    for (const token of tokens) {
      const reply = await signIn(token);
      expect([reply.status, reply.code]).toEqual([401, 'bad_token']);
    }
  });

  it('changed in header, claims or signature is refused', async () => {
    for (const part of [0, 1, 2] as const) {
      const reply = await signIn(tampered(await issue(), part));
      expect([reply.status, reply.code]).toEqual([401, 'bad_token']);
    }
  });

  it('for another channel is refused', async () => {
    const { jwksUrl } = stage.simulator.login;
    const elsewhere = lineTokens('1650000001', jwksUrl, stage.parts.clock);
    expect(await elsewhere(await issue())).toEqual({ ok: false, why: 'bad_token' });
    const here = lineTokens(stage.simulator.login.tokens.channelId, jwksUrl, stage.parts.clock);
    expect(await here(await issue())).toEqual({ ok: true, userId: demoOfficerId });
  });

  it.each([
    ['from another issuer', { iss: 'https://access.line.me.example' }],
    ['for another channel', { aud: '1650000001' }],
    ['that has expired', { exp: 1 }],
    ['without an end', {}, 'exp'],
    ['without a person', {}, 'sub'],
    ['for somebody whose id is none of LINE', { sub: '../readers/current' }],
  ])('signed with the right key, but %s, is refused', async (_which, change, without = '') => {
    const claims = Object.entries({ ...claimsFor(stage, demoOfficerId), ...change });
    const kept = claims.filter(([name]) => name !== without);
    const token = await stage.simulator.login.tokens.sign(Object.fromEntries(kept));
    const reply = await signIn(token);
    expect([reply.status, reply.code]).toEqual([401, 'bad_token']);
  });

  it('is refused an hour after it was signed', async () => {
    const token = await issue();
    expect((await signIn(token)).status).toBe(200);
    stage.later(3_601_000);
    const reply = await signIn(token);
    expect([reply.status, reply.code]).toEqual([401, 'bad_token']);
  });

  it('of no shape at all is refused without an echo', async () => {
    for (const idToken of ['', 'a.b.c', 'x'.repeat(5000), 7, null, ['a'], '.'.repeat(100)]) {
      const reply = await signIn(idToken);
      expect([400, 401]).toContain(reply.status);
      expect(Buffer.from(reply.octets).toString()).not.toContain('xxx');
    }
  });
});

describe('the keys of LINE', () => {
  it('out of reach are no reason to call a token false', async () => {
    const unreachable = lineTokens('1650000000', 'http://127.0.0.1:1/certs', stage.parts.clock);
    expect(await unreachable(await issue())).toEqual({ ok: false, why: 'login_unreachable' });
    const { url } = stage.simulator;
    const noKeys = lineTokens('1650000000', `${url}/nothing-here`, stage.parts.clock);
    expect(await noKeys(await issue())).toEqual({ ok: false, why: 'login_unreachable' });
  });

  it('out of reach are told with 503 and words', async () => {
    const parts = { ...stage.parts };
    stage.parts.verifyIdToken = lineTokens('1650000000', 'http://127.0.0.1:1/certs', parts.clock);
    const reply = await signIn(await issue());
    stage.parts.verifyIdToken = parts.verifyIdToken;
    expect([reply.status, reply.code]).toEqual([503, 'login_unreachable']);
  });

  it('that nobody set up are told as well', async () => {
    const { verifyIdToken } = stage.parts;
    stage.parts.verifyIdToken = undefined;
    const reply = await signIn(await issue());
    stage.parts.verifyIdToken = verifyIdToken;
    expect([reply.status, reply.code]).toEqual([503, 'no_login']);
  });
});

describe('a ticket', () => {
  it('works once, also for two who come at once', async () => {
    const ticket = await ticketFor();
    const replies = await Promise.all([exchange(ticket), exchange(ticket), exchange(ticket)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect((await exchange(ticket)).code).toBe('bad_ticket');
  });

  it('is over after a minute', async () => {
    const ticket = await ticketFor();
    stage.later(61_000);
    expect((await exchange(ticket)).code).toBe('bad_ticket');
  });

  it('is no bearer, and no other text is a ticket', async () => {
    const ticket = await ticketFor();
    expect((await stage.callWith(ticket, 'GET', '/me')).status).toBe(401);
    expect((await exchange('A'.repeat(43))).status).toBe(401);
    expect((await exchange(`${ticket}A`)).status).toBe(400);
  });
});

it('too many attempts at once are put off, without counting anybody', async () => {
  const { verifyIdToken } = stage.parts;
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  stage.parts.verifyIdToken = async () => {
    await held;
    return { ok: false, why: 'bad_token' };
  };
  const token = await issue();
  const waiting = Array.from({ length: 16 }, () => signIn(token));
  await expect.poll(async () => (await signIn(token)).status).toBe(503);
  letGo();
  expect((await Promise.all(waiting)).map(({ status }) => status)).toContain(401);
  stage.parts.verifyIdToken = verifyIdToken;
  expect((await signIn(token)).status).toBe(200);
});
