/** How long `/api/track` and the chat take to answer for receipts that open something, and for ones that do not. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { openSecrets } from '../../bot/secrets/secrets.ts';
import { solveWork } from '../../sealing/proof-of-work.ts';
import { someReceipt, someTip, visitor } from '../forms/visitor.ts';
import { openSeededStore, startTestBot, testSecrets } from '../support/bot.ts';
import { complains, somebody } from '../support/person.ts';
import { differenceOf } from './difference.ts';
import { median, table } from './report.ts';

const PAGE_ROUNDS = 400;
const CHAT_ROUNDS = 40;
const Work = z.object({ day: z.string(), bits: z.number() });

type Kind = 'complaint' | 'tip' | 'other agency' | 'nobody';
type Times = Record<Kind, number[]>;
const none = (): Times => ({ complaint: [], tip: [], 'other agency': [], nobody: [] });
const kinds: readonly Kind[] = ['complaint', 'tip', 'other agency', 'nobody'];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) * 1000;
}

/** A turn for each kind in an order of its own, so that neither order nor what comes before is the kind's. */
const shuffled = (): Kind[] =>
  kinds
    .map((kind) => ({ kind, at: randomBytes(4).readUInt32BE() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ kind }) => kind);

function rows(where: string, times: Times): string[][] {
  return kinds.slice(0, -1).map((kind) => {
    const { middle, low, high, effect, z: score } = differenceOf(times[kind], times.nobody);
    return [
      `${where}: ${kind}`,
      String(times[kind].length),
      median(times[kind]).toFixed(0),
      `${middle.toFixed(0)} (${low.toFixed(0)} … ${high.toFixed(0)})`,
      effect.toFixed(3),
      score.toFixed(1),
    ];
  });
}

/**
 * Medians in microseconds, and what lies between each kind and a receipt that nobody was given: the difference of
 * medians with its 95 % interval, how often one of the kind is the slower of two (½: they cannot be told apart), and
 * Mann–Whitney's z, of which 95 % lie within ±2 by chance.
 */
export async function receiptTimes(): Promise<string> {
  const { documents, close } = await openSeededStore();
  const bot = await startTestBot(documents);
  const guest = visitor(bot.url);
  const resident = somebody(bot);
  const complaint = await complains(resident, 'ไฟถนนดับหน้าวัด', 'ไม่เก็บว่าใครแจ้ง');
  await resident.taps('ยืนยันส่ง');
  const tip = someTip();
  await guest.send(tip, 1, () => undefined);
  const digits: Record<Kind, string> = {
    complaint,
    tip: tip.receipt,
    'other agency': someReceipt(),
    nobody: someReceipt(),
  };
  const lookups = new Map<Kind, { lookup: string; nonce: number }>();
  const { day, bits } = Work.parse((await guest.keys()).work);
  for (const kind of kinds) {
    const { lookupId } = await guest.derive(digits[kind]);
    const lookup = Buffer.from(lookupId).toString('base64url');
    const nonce = solveWork({ agencyId: 'khoen', day, subject: `lookup/${lookup}` }, bits);
    lookups.set(kind, { lookup, nonce });
    if (kind !== 'other agency') continue;
    const other = openSecrets(new Uint8Array(randomBytes(32))).forAgency('other');
    for (const mark of [other.lookupMark(lookupId), testSecrets.lookupMark(lookupId)]) {
      const data = { version: 1, caseId: 'c'.repeat(20), kind: 'case' };
      await documents.commit([{ op: 'create', path: `agencies/other/receipts/${mark}`, data }]);
    }
  }
  /** A miss makes the next one dearer, which is not what is measured. */
  const forgetMisses = async (): Promise<void> => {
    const found = await documents.query({ group: 'limits', where: [], orderBy: [], limit: 100 });
    await documents.commit(found.map(({ path }) => ({ op: 'delete' as const, path })));
  };
  const ask = async (kind: Kind): Promise<void> => {
    const { lookup = '', nonce = 0 } = lookups.get(kind) ?? {};
    const answer = await fetch(`${bot.url}/api/track`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lookup, work: { day, nonce } }),
    });
    const body: unknown = await answer.json();
    if (answer.status !== 200) throw new Error(`not looked up: ${JSON.stringify(body)}`);
  };
  const page = none();
  for (let round = -20; round < PAGE_ROUNDS; round += 1) {
    for (const kind of shuffled()) {
      const took = await timed(() => ask(kind));
      if (round >= 0) page[kind].push(took);
      await forgetMisses();
    }
  }
  const chat = none();
  for (let round = -3; round < CHAT_ROUNDS; round += 1) {
    for (const kind of shuffled()) {
      const took = await timed(() => somebody(bot).says(digits[kind]));
      if (round >= 0) chat[kind].push(took);
    }
  }
  await bot.close();
  await close();
  return table(
    ['where, what', 'n', 'median µs', 'beside nobody’s, µs (95 %)', 'slower of two', 'z'],
    [...rows('page', page), ...rows('chat', chat)],
  );
}
