import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoIntegrityOfficerId as vichai } from '../../domain/agency/khoen-staff.ts';
import { headerOf } from '../../sealing/header.ts';
import { digestOf, makeManifest } from '../../sealing/manifest.ts';
import { openPart, sealPart } from '../../sealing/part.ts';
import type { Part } from '../../sealing/plaintext.ts';
import { Readers } from '../../sealing/readers.ts';
import { openStaffStage, type StaffStage } from '../staff/stage.ts';
import { HALF_DAY, type OfficerDesk, officerDesk, sendTip } from '../staff/tips/desk.ts';

/** Somebody who can write to the store, knows every public key, and has no officer's. */
let stage: StaffStage;
let desk: OfficerDesk;
let recipients: string[];
let other: Record<number, Uint8Array>;
let tip: Awaited<ReturnType<typeof sendTip>>;
let sealed: Record<number, Uint8Array>;

const random = (octets: number) => new Uint8Array(randomBytes(octets));
const pathOf = (id: string, n: number) => stage.ground.paths.message(id, n);
const put = (n: number, octets: Uint8Array, id = tip.id) =>
  stage.documents.commit([{ op: 'set', path: pathOf(id, n), data: { version: 1, sealed: octets } }]);
const seen = async () => (await desk.open(tip.id)).tip;

async function sealedOf(id: string): Promise<Record<number, Uint8Array>> {
  const { parts } = await desk.fetched(id);
  return Object.fromEntries(parts.map(({ n, sealed: octets }) => [n, octets]));
}
const at = (parts: Record<number, Uint8Array>, n: number): Uint8Array => {
  const part = parts[n];
  if (part === undefined) throw new Error(`there is no part ${n}`);
  return part;
};
async function numberOf(kind: Part['kind']): Promise<number> {
  for (const [n, octets] of Object.entries(sealed)) {
    const address = { agency: 'khoen', draft: tip.id, n: Number(n) };
    const opened = await openPart(stage.keys[vichai] ?? '', octets, address);
    if (opened.open && opened.part.kind === kind) return Number(n);
  }
  throw new Error(`no part is a ${kind}`);
}
const forged = (part: Part) => sealPart(part, recipients, random);
const wordsAt = (n: number, text: string, draft = tip.id, agency = 'khoen'): Part => ({
  version: 1,
  agency,
  draft,
  n,
  kind: 'text',
  text,
});

beforeAll(async () => {
  stage = await openStaffStage();
  desk = await officerDesk(stage, vichai);
  const readers = Readers.parse((await stage.documents.read(stage.ground.paths.readers))?.data);
  recipients = readers.officers.map(({ recipient }) => recipient);
  const another = await sendTip(stage, { office: 'works', texts: ['เรื่องอื่น', 'ของคนอื่น'] });
  stage.later(HALF_DAY);
  other = await sealedOf(another.id);
});
beforeEach(async () => {
  tip = await sendTip(stage, { office: 'education', texts: ['หนึ่ง', 'สอง', 'สาม'] });
  stage.later(HALF_DAY);
  sealed = await sealedOf(tip.id);
  expect((await seen()).faults).toEqual([]);
});
afterAll(() => stage.close());

describe('the parts of a tip, changed in the store behind the server', () => {
  it('dropped: each that is missing is named', async () => {
    for (const n of [1, 2]) await stage.documents.commit([{ op: 'delete', path: pathOf(tip.id, n) }]);
    expect((await seen()).faults).toEqual([1, 2].map((n) => ({ fault: 'missing', n })));
  });

  it('all dropped but one, its manifest with them: the tip says that its list is not there', async () => {
    for (const n of Object.keys(sealed).map(Number).slice(1)) {
      await stage.documents.commit([{ op: 'delete', path: pathOf(tip.id, n) }]);
    }
    expect((await seen()).faults).toBe('none');
  });

  it('reordered: both places are named, and neither part is shown in the other’s', async () => {
    await put(1, at(sealed, 2));
    await put(2, at(sealed, 1));
    const { faults, lines, unopened } = await seen();
    expect(faults).toEqual([
      { fault: 'moved', n: 1, was: 2 },
      { fault: 'moved', n: 2, was: 1 },
    ]);
    expect(unopened).toEqual([1, 2]);
    expect(lines.map(({ text }) => text)).not.toEqual(expect.arrayContaining(['สอง', 'หนึ่ง']));
  });

  it('transplanted from another tip: altered, and not a word of it is shown', async () => {
    await put(1, at(other, 1));
    const { faults, lines } = await seen();
    expect(faults).toEqual([{ fault: 'altered', n: 1 }]);
    expect(lines.map(({ text }) => text).join()).not.toMatch(/เรื่องอื่น|ของคนอื่น/);
  });

  it('transplanted from another agency, or sealed anew for it: not shown', async () => {
    for (const [draft, agency] of [
      [tip.id, 'nongkhok'],
      ['a'.repeat(tip.id.length), 'khoen'],
    ] as const) {
      await put(1, await forged(wordsAt(1, 'จากที่อื่น', draft, agency)));
      const { faults, lines, unopened } = await seen();
      expect([faults, unopened]).toEqual([[{ fault: 'altered', n: 1 }], [1]]);
      expect(lines.map(({ text }) => text)).not.toContain('จากที่อื่น');
    }
  });

  it('replaced by an older draft’s of the same words: altered', async () => {
    await put(2, await forged(wordsAt(2, 'สอง')));
    expect((await seen()).faults).toEqual([{ fault: 'altered', n: 2 }]);
  });

  it('its recipients stripped, or its header that of another part: altered, and it opens no more', async () => {
    const cut = Buffer.from(at(sealed, 1)).toString('latin1');
    const end = cut.indexOf('\n--- ');
    const swapped = Buffer.from(at(sealed, 2)).toString('latin1');
    const ours = cut.slice(end + 1 + 48);
    const headers = {
      stripped: `${cut.split('\n').slice(0, 3).join('\n')}${cut.slice(end)}`,
      swapped: swapped.slice(0, swapped.indexOf('\n--- ') + 1 + 48) + ours,
    };
    for (const octets of Object.values(headers)) {
      await put(1, new Uint8Array(Buffer.from(octets, 'latin1')));
      const { faults, unopened } = await seen();
      expect([faults, unopened]).toEqual([[{ fault: 'altered', n: 1 }], [1]]);
    }
  });

  it('given a header by which nobody reads it: the first one still does', async () => {
    const header = headerOf(at(other, 1)) ?? new Uint8Array();
    expect(header.length).toBeGreaterThan(500);
    await stage.documents.commit([{ op: 'update', path: pathOf(tip.id, 1), data: { header } }]);
    const { faults, lines } = await seen();
    expect(faults).toEqual([]);
    expect(lines.map(({ text }) => text)).toContain('สอง');
  });

  it('what it is about replaced by another office: the replacement is not believed', async () => {
    const n = await numberOf('about');
    await put(
      n,
      await forged({
        version: 1,
        agency: 'khoen',
        draft: tip.id,
        n,
        kind: 'about',
        office: 'works',
        tipKind: 'bribe',
      }),
    );
    const { faults, office } = await seen();
    expect(faults).toEqual([{ fault: 'altered', n }]);
    expect(office).toBeUndefined();
  });

  it('what it is about replaced for its reporter as well: no more words of theirs are sealed by it', async () => {
    const { guest, receipt } = tip;
    const { recipient } = await guest.derive(receipt);
    expect(await guest.follower.follow(receipt)).toMatchObject({ canAdd: true });
    const n = await numberOf('about');
    const about = { version: 1, agency: 'khoen', draft: tip.id, n, kind: 'about' } as const;
    await put(n, await sealPart({ ...about, office: 'works', tipKind: 'bribe' }, [recipient], random));
    expect(await guest.follower.follow(receipt)).toMatchObject({ found: 'tip', canAdd: false });
  });

  it('a list of somebody’s own put before the reporter’s, or after it: named', async () => {
    const own = await numberOf('manifest');
    const words = await forged(wordsAt(1, 'ถ้อยคำปลอม'));
    const digests = [await digestOf({ n: 1, sealed: words })];
    await put(1, words);
    await stage.documents.commit([
      { op: 'update', path: stage.ground.paths.case(tip.id), data: { parts: own + 2 } },
    ]);
    for (const n of [2, own + 1]) {
      await put(n, await forged(makeManifest({ agency: 'khoen', draft: tip.id, n }, digests, undefined)));
      const { faults, office } = await seen();
      expect(faults).toContainEqual({ fault: 'added', n: Math.max(n, own) });
      expect(office).toBeUndefined();
      await put(2, at(sealed, 2));
    }
  });
});
