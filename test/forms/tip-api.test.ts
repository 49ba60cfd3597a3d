import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  demoIntegrityOfficerId as first,
  demoSecondIntegrityOfficerId as second,
} from '../../domain/agency/khoen-staff.ts';
import { formatReceipt } from '../../domain/receipt/receipt.ts';
import { MOST_PART_OCTETS } from '../../sealing/form-contract.ts';
import { checkManifest } from '../../sealing/manifest.ts';
import { openPart, sealPart } from '../../sealing/part.ts';
import type { Part } from '../../sealing/plaintext.ts';
import { solveWork } from '../../sealing/proof-of-work.ts';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../support/bot.ts';
import { somebody, tips } from '../support/person.ts';
import { someReceipt, someTip, type Visitor, visitor } from './visitor.ts';

let store: SeededStore;
let bot: TestBot;
let guest: Visitor;
beforeAll(async () => {
  store = await openSeededStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  bot = await startTestBot(store.documents);
  guest = visitor(bot.url);
  return () => bot.close();
});

const random = (octets: number) => new Uint8Array(randomBytes(octets));
const all = async (collection: string) =>
  store.documents.query({ collection: `agencies/khoen/${collection}`, where: [], orderBy: [], limit: 1000 });
const tipsNow = async () =>
  (await all('cases')).filter(({ data }) => data.kind === 'tip').map(({ id }) => id);
const newTip = async (work: () => Promise<unknown>): Promise<string> => {
  const before = new Set(await tipsNow());
  await work();
  const added = (await tipsNow()).filter((id) => !before.has(id));
  expect(added).toHaveLength(1);
  return added[0] ?? '';
};
const sealedParts = async (draft: string) =>
  (await all(`cases/${draft}/messages`)).flatMap(({ id, data }) =>
    data.sealed instanceof Uint8Array ? [{ n: Number(id), sealed: new Uint8Array(data.sealed), data }] : [],
  );
const openedBy = async (staffId: string, draft: string): Promise<Part[]> => {
  const opened = await Promise.all(
    (await sealedParts(draft)).map(({ n, sealed }) =>
      openPart(store.keys[staffId] ?? '', sealed, { agency: 'khoen', draft, n }),
    ),
  );
  return opened.flatMap((one) => (one.open ? [one.part] : [])).sort((a, b) => a.n - b.n);
};
const send = (tip = someTip(), revision = 1) => guest.send(tip, revision, () => undefined);
const why = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'why' in error ? error.why : error),
  );

describe('a tip from the private form', () => {
  it('opens for its readers alone, whole, and stands like one from the chat', async () => {
    const photo = random(70_000);
    const draft = await newTip(() => send(someTip({ photos: [photo] })));
    const parts = await openedBy(first, draft);
    expect(parts.map(({ kind }) => kind)).toEqual(['text', 'text', 'photo', 'about', 'manifest']);
    expect(parts.flatMap((part) => (part.kind === 'photo' ? [part.photo] : []))).toEqual([photo]);
    expect(await openedBy(second, draft)).toEqual([]);
    const manifest = parts.at(-1);
    if (manifest?.kind !== 'manifest') throw new Error('the last part is no manifest');
    const stored = await sealedParts(draft);
    expect(await checkManifest(manifest, { agency: 'khoen', draft, parts: stored })).toEqual([]);
    for (const { data } of stored) expect(data).not.toHaveProperty('expireAt');

    const person = somebody(bot);
    const fromChat = await newTip(async () => {
      await tips(person, 'กองการศึกษา', ['ครูเวรขายนมโรงเรียน']);
      await person.taps('ยืนยันส่ง');
    });
    const cases = new Map((await all('cases')).map(({ id, data }) => [id, data]));
    expect(Object.keys(cases.get(draft) ?? {}).sort()).toEqual(Object.keys(cases.get(fromChat) ?? {}).sort());
    expect(cases.get(draft)).toMatchObject({ kind: 'tip', status: 'new', parts: 6 });
    const alerts = (await all('outbox')).filter(({ data }) => JSON.stringify(data.notice).includes('tips'));
    expect(alerts.map(({ data }) => data.addressee)).toContainEqual({ to: 'staff', staffId: first });
  });

  it('sends nothing that is readable: no words, no receipt, no office, no LINE id of a reader', async () => {
    const tip = someTip();
    await send(tip);
    const sent = guest.exchanges
      .map(({ path, body }) => `${path} ${Buffer.from(body).toString('utf8')}`)
      .join('\n');
    for (const word of ['ครูเวร', 'วันจันทร์', tip.receipt, formatReceipt(tip.receipt), 'education', 'bribe']) {
      expect(sent).not.toContain(word);
    }
    const keys = JSON.stringify(await guest.keys());
    expect(keys).not.toMatch(/U1a7e9|U0ff1ce/);
    expect(bot.lines.join('')).not.toMatch(/ครูเวร|127\.0\.0\.1/);
  });

  it('goes on where the connection was lost, and is one tip', async () => {
    const tip = someTip();
    let nth = 0;
    guest.side.lose = ({ method }) => {
      if (method === 'GET') return undefined;
      nth += 1;
      return nth % 3 === 0 ? 'answer' : nth % 3 === 1 ? 'request' : undefined;
    };
    await newTip(async () => {
      for (let tries = 0; tries < 12; tries += 1) {
        const outcome = await why(send(tip));
        if (outcome === 'done') return;
        expect(outcome).toBe('offline');
      }
      throw new Error('it was never sent');
    });
    const drafts = new Set(
      guest.exchanges.flatMap(({ path }) => path.match(/^\/api\/tips\/([a-z0-9]{20,})/)?.[1] ?? []),
    );
    expect(drafts.size).toBe(1);
  });

  it('is sealed anew where the readers changed meanwhile', async () => {
    const readers = 'agencies/khoen/readers/current';
    const found = await store.documents.read(readers);
    const officers = Array.isArray(found?.data.officers) ? found.data.officers : [];
    guest.side.lose = ({ method }) => (method === 'POST' ? 'request' : undefined);
    const tip = someTip({ office: 'finance' });
    expect(await why(send(tip))).toBe('offline');
    await store.documents.commit([{ op: 'update', path: readers, data: { officers: officers.slice(0, 1) } }]);
    guest.side.lose = () => undefined;
    try {
      const draft = await newTip(() => send(tip));
      expect(await openedBy(first, draft)).toHaveLength(4);
      expect(await openedBy(second, draft)).toEqual([]);
    } finally {
      await store.documents.commit([{ op: 'update', path: readers, data: { officers } }]);
    }
  });
});

describe('the way back', () => {
  it('shows what was written, and takes and gives sealed words', async () => {
    const tip = someTip();
    const draft = await newTip(() => send(tip));
    const seen = await guest.follower.follow(tip.receipt);
    expect(seen).toMatchObject({ found: 'tip', status: 'new', canAdd: true });
    expect(seen.found === 'tip' && seen.lines.map(({ text }) => text)).toEqual(tip.texts);

    const { recipient } = await guest.derive(tip.receipt);
    const n = (await sealedParts(draft)).length + 1;
    const answer: Part = {
      version: 1,
      agency: 'khoen',
      draft,
      n,
      kind: 'message',
      from: 'staff',
      text: 'รับเรื่องแล้ว กำลังสอบถามผู้ปกครอง',
      day: '2026-11-24',
    };
    const path = `agencies/khoen/cases/${draft}`;
    await store.documents.commit([
      { op: 'update', path, data: { parts: n + 1, status: 'accepted' } },
      {
        op: 'create',
        path: `${path}/messages/${n}`,
        data: { version: 1, sealed: await sealPart(answer, [recipient], random) },
      },
    ]);
    const after = await guest.follower.follow(tip.receipt);
    expect(after).toMatchObject({ found: 'tip', status: 'accepted' });
    expect(after.found === 'tip' && after.lines.at(-1)).toMatchObject({ from: 'staff', text: answer.text });

    let isFirst = true;
    guest.side.lose = ({ method }) => {
      if (method !== 'PUT' || !isFirst) return undefined;
      isFirst = false;
      return 'answer';
    };
    expect(await why(guest.follower.add('มีพยานสองคน'))).toBe('offline');
    const added = await guest.follower.add('มีพยานสองคน');
    expect(added.found === 'tip' && added.lines.filter(({ text }) => text === 'มีพยานสองคน')).toHaveLength(1);
    expect((await openedBy(first, draft)).at(-1)).toMatchObject({ from: 'reporter', text: 'มีพยานสองคน' });
    expect((await openedBy(second, draft)).map(({ kind }) => kind)).toEqual([]);
  });

  it('leads from the form to the chat, and from the chat to the page', async () => {
    const tip = someTip();
    await send(tip);
    const person = somebody(bot);
    expect(await person.says(formatReceipt(tip.receipt))).toContain('ส่งถึงผู้รับเรื่องแล้ว');
    expect(await person.taps('อ่านในแชตนี้')).toContain('ครูเวรเรียกเงิน');
    await person.says('เพิ่มจากแชต');
    const seen = await guest.follower.follow(tip.receipt);
    expect(seen.found === 'tip' && seen.lines.at(-1)?.text).toBe('เพิ่มจากแชต');

    const other = somebody(bot);
    const receipt = await tips(other, 'กองช่าง', ['นายช่างเรียกเงินค่าเซ็นแบบ']);
    await other.taps('ยืนยันส่ง');
    const fromChat = await guest.follower.follow(receipt);
    expect(fromChat).toMatchObject({ found: 'tip', canAdd: true });
    await guest.follower.add('เพิ่มจากหน้าเว็บ');
    expect(await other.says(receipt)).toContain('ส่งถึงผู้รับเรื่องแล้ว');
    expect(await other.taps('อ่านในแชตนี้')).toContain('เพิ่มจากหน้าเว็บ');
  });

  it('tells a tip that cannot be read from none at all by nothing', async () => {
    const tip = someTip();
    const draft = await newTip(() => send(tip));
    const path = `agencies/khoen/cases/${draft}`;
    await store.documents.commit([{ op: 'update', path, data: { status: 'of no kind known' } }]);
    await guest.follower.follow(tip.receipt);
    await guest.follower.follow(someReceipt());
    const bodies = guest.exchanges.filter(({ path: asked }) => asked === '/api/track');
    expect(bodies.map(({ status }) => status)).toEqual([200, 200]);
    expect(await guest.follower.follow(tip.receipt)).toEqual(await guest.follower.follow(someReceipt()));
    await store.documents.commit([{ op: 'delete', path }]);
  });

  it('grows dearer with each receipt that opens nothing, for guessers and for nobody for ever', async () => {
    const now = Date.now() + 48 * 3_600_000;
    bot.clock.now = () => now;
    const before = (await guest.keys()).work;
    const keys = await guest.keys();
    const lookups = Array.from({ length: 9 }, () => Buffer.from(random(32)).toString('base64url'));
    const ask = async (lookup: string, bits: number) => {
      const nonce = solveWork({ agencyId: 'khoen', day: keys.work.day, subject: `lookup/${lookup}` }, bits);
      const body = JSON.stringify({ lookup, work: { day: keys.work.day, nonce } });
      const headers = { 'content-type': 'application/json' };
      return fetch(`${bot.url}/api/track`, { method: 'POST', headers, body });
    };
    for (const lookup of lookups.slice(0, 8)) expect((await ask(lookup, before.bits)).status).toBe(200);
    expect((await guest.keys()).work.bits).toBe(before.bits + 1);
    let lookup = lookups[8] ?? '';
    const day = keys.work.day;
    const { workOf } = await import('../../sealing/proof-of-work.ts');
    const cheap = () =>
      workOf(
        { agencyId: 'khoen', day, subject: `lookup/${lookup}` },
        solveWork({ agencyId: 'khoen', day, subject: `lookup/${lookup}` }, before.bits),
      );
    while (cheap() !== before.bits) lookup = Buffer.from(random(32)).toString('base64url');
    const refused = await ask(lookup, before.bits);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ error: { code: 'more_work' } });
    const tip = someTip();
    await send(tip);
    expect(await guest.follower.follow(tip.receipt)).toMatchObject({ found: 'tip' });
    bot.clock.now = () => now + 3_600_000;
    expect((await guest.keys()).work.bits).toBe(before.bits);
  });
});

describe('what cannot be taken', () => {
  const draft = 'a'.repeat(24);
  const put = async (n: number | string, body: Uint8Array<ArrayBuffer>, to = draft, header?: string) => {
    const { work } = await guest.keys();
    const nonce = solveWork({ agencyId: 'khoen', day: work.day, subject: `draft/${to}` }, work.bits);
    const headers = {
      'content-type': 'application/octet-stream',
      'prongsai-work': header ?? `${work.day} ${nonce}`,
    };
    const response = await fetch(`${bot.url}/api/tips/${to}/${n}`, { method: 'PUT', headers, body });
    const { error } = await response.json();
    return error?.code ?? response.status;
  };
  const sealed = async (n: number) => {
    const { recipient } = await guest.derive(someReceipt());
    const part: Part = { version: 1, agency: 'khoen', draft, n, kind: 'text', text: 'ทดลอง' };
    return new Uint8Array(await sealPart(part, [recipient], random));
  };

  it('is refused with its reason, and changes nothing', async () => {
    const part = await sealed(1);
    expect(await put(1, part)).toBe(200);
    expect(await put(1, part)).toBe(200);
    expect(await put(1, await sealed(1))).toBe('part_taken');
    expect(await put(2, new Uint8Array(random(500)))).toBe('malformed_part');
    expect(await put(2, new Uint8Array(MOST_PART_OCTETS + 1))).toBe('too_large');
    expect(await put(2, new Uint8Array())).toBe('malformed_part');
    expect(await put(61, part)).toBe('bad_shape');
    expect(await put(0, part)).toBe('bad_shape');
    expect(await put('1e1', part)).toBe('bad_shape');
    expect(await put(2, part, 'short')).toBe('bad_shape');
    expect(await put(2, part, draft, 'none')).toBe('more_work');
    expect(await put(2, part, draft, '2020-01-01 5')).toBe('more_work');
    const stored = await store.documents.read(`agencies/khoen/cases/${draft}/messages/1`);
    expect(stored?.data.sealed).toEqual(Buffer.from(part));
    expect(await store.documents.read(`agencies/khoen/cases/${draft}/messages/2`)).toBeUndefined();
  });

  it('is no part of a tip that is confirmed, nor a confirmation of parts that are not there', async () => {
    const tip = someTip();
    const confirmed = await newTip(() => send(tip));
    expect(await put(40, await sealed(1), confirmed)).toBe('draft_taken');
    const derived = await guest.derive(someReceipt());
    const { edition, readers, work } = await guest.keys();
    const nonce = solveWork({ agencyId: 'khoen', day: work.day, subject: `lookup/${derived.lookup}` }, 17);
    const confirm = async (more: object, to: string) => {
      const body = {
        lookup: derived.lookup,
        work: { day: work.day, nonce },
        edition,
        parts: 4,
        readers: readers.officers.map(({ staffId }) => staffId),
        recovery: false,
        ...more,
      };
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${bot.url}/api/tips/${to}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return (await response.json()).error?.code ?? response.status;
    };
    expect(await confirm({}, 'b'.repeat(24))).toBe('not_confirmed');
    expect(await confirm({}, confirmed)).toBe('not_confirmed');
    expect(await confirm({ edition: 'old' }, 'b'.repeat(24))).toBe('readers_changed');
    expect(await confirm({ readers: ['somebody'] }, 'b'.repeat(24))).toBe('readers_changed');
    expect(await confirm({ recovery: true }, 'b'.repeat(24))).toBe('readers_changed');
    expect(await confirm({ parts: 2 }, 'b'.repeat(24))).toBe('bad_shape');
  });
});
