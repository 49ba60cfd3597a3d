import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Deed } from '../../bot/audit/append.ts';
import { commitAudited } from '../../bot/audit/commit-audited.ts';
import { reportAudit } from '../../bot/audit/errand.ts';
import { verifyAudit } from '../../bot/audit/verify.ts';
import { createWitness } from '../../bot/audit/witness.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import { openSecrets } from '../../bot/secrets/secrets.ts';
import type { DocumentData, Write } from '../../bot/store/documents.ts';
import { readHeadCode } from '../../domain/audit/head-code.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

const LINKS = 12;
let store: TestStore;
let dataDir: string;
let ground: ReturnType<typeof groundOf>;
let agencies = 0;

function groundOf(agencyId: string, key = randomBytes(32)) {
  const secrets = openSecrets(new Uint8Array(key)).forAgency(agencyId);
  return { agencyId, documents: store.documents, paths: pathsOf(agencyId), secrets };
}

const deed = (n: number): Deed =>
  n % 3 === 0
    ? { by: 'U1', action: 'tip-open', about: `tip ${n}`, caseId: `case ${n}`, readers: ['a', 'b'] }
    : { by: 'U1', action: 'case-change', about: `70-${n}`, note: 'accept' };

const does = (...deeds: Deed[]) =>
  commitAudited(
    ground,
    () => Date.parse('2026-11-24T06:00:00Z'),
    async () => ({ writes: [], deeds }),
  );

beforeAll(async () => {
  store = await openTestStore();
  dataDir = await mkdtemp(join(tmpdir(), 'prongsai-audit-'));
});
afterAll(async () => {
  await store.close();
  await rm(dataDir, { recursive: true });
});
beforeEach(async () => {
  agencies += 1;
  ground = groundOf(`agency-${agencies}`);
  for (let n = 1; n <= LINKS; n += 1) await does(deed(n));
});

const faults = async (noted: readonly string[] = []) => (await verifyAudit(ground, noted)).faults;
const links = async (): Promise<DocumentData[]> =>
  Promise.all(
    Array.from({ length: LINKS }, async (_, index) => {
      const found = await store.documents.read(ground.paths.audit(index + 1));
      if (found === undefined) throw new Error('the link was written');
      return found.data;
    }),
  );
const put = async (...writes: Write[]) => expect((await store.documents.commit(writes)).ok).toBe(true);
const headNow = async (): Promise<DocumentData> =>
  (await store.documents.read(ground.paths.auditHead))?.data ?? {};

it('a chain that nobody touched has no faults, and goes through every head that it had', async () => {
  const { code, links: walked } = await verifyAudit(ground, []);
  expect(walked).toBe(LINKS);
  expect(readHeadCode(code ?? '')).toBe(code);
  await does(deed(1), deed(2), deed(3));
  expect(await faults([code ?? ''])).toEqual([]);
});

describe('somebody who can write to the store', () => {
  it('and alters any field of any link is found', async () => {
    const all = await links();
    await fc.assert(
      fc.asyncProperty(fc.nat(LINKS - 1), fc.nat(), fc.string({ maxLength: 8 }), async (at, which, words) => {
        const link = all[at] ?? {};
        const path = ground.paths.audit(at + 1);
        const changes: DocumentData[] = [
          { ...link, at: '2026-11-24T06:00:01.000Z' },
          { ...link, mac: `${String(link.mac).slice(1)}A` },
          { ...link, n: at + 2 },
          { ...link, version: 2 },
          { ...link, more: words },
          ...('hidden' in link
            ? [{ ...link, hidden: new Uint8Array(Buffer.from(`${words}x`)) }]
            : [
                { ...link, deed: { by: 'U2', action: 'case-change', about: `70-${at + 1}`, note: 'accept' } },
                { ...link, deed: { by: 'U1', action: 'case-note', about: `70-${at + 1}`, note: 'accept' } },
                { ...link, deed: { by: 'U1', action: 'case-change', about: `${words}70`, note: 'accept' } },
                { ...link, deed: { by: 'U1', action: 'case-change', about: `70-${at + 1}` } },
              ]),
        ];
        const data = changes[which % changes.length] ?? {};
        await put({ op: 'set', path, data });
        const found = await faults();
        await put({ op: 'set', path, data: link });
        expect(found).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(await faults()).toEqual([]);
  });

  it('and takes out any link is found, with its number', async () => {
    for (let n = 1; n <= LINKS; n += 1) {
      const path = ground.paths.audit(n);
      const data = (await store.documents.read(path))?.data ?? {};
      await put({ op: 'delete', path });
      expect(await faults()).toContainEqual({ fault: 'missing', n });
      await put({ op: 'create', path, data });
    }
    expect(await faults()).toEqual([]);
  });

  it('and takes one out and moves the later ones up is found', async () => {
    const all = await links();
    const moved = all.slice(5).map((data, index): Write => {
      const n = 5 + index;
      return { op: 'set', path: ground.paths.audit(n), data: { ...data, n } };
    });
    await put(...moved, { op: 'delete', path: ground.paths.audit(LINKS) });
    expect(await faults()).not.toEqual([]);
  });

  it('and swaps any two links is found', async () => {
    const all = await links();
    for (const [one, other] of [
      [1, 2],
      [2, 9],
      [11, 12],
    ] as const) {
      const set = (n: number, from: number): Write => ({
        op: 'set',
        path: ground.paths.audit(n),
        data: { ...all[from - 1], n },
      });
      await put(set(one, other), set(other, one));
      expect(await faults()).not.toEqual([]);
      await put(set(one, one), set(other, other));
    }
    expect(await faults()).toEqual([]);
  });

  it('and cuts off the tail is found', async () => {
    await put(...[11, 12].map((n): Write => ({ op: 'delete', path: ground.paths.audit(n) })));
    expect(await faults()).toContainEqual({ fault: 'missing', n: 12 });
  });

  it('and cuts off the tail and mends the head is found: the head has a seal', async () => {
    const head = await headNow();
    const tenth = (await links())[9];
    await put(...[11, 12].map((n): Write => ({ op: 'delete', path: ground.paths.audit(n) })), {
      op: 'set',
      path: ground.paths.auditHead,
      data: { ...head, n: 10, mac: tenth?.mac },
    });
    expect(await faults()).toContainEqual({ fault: 'head' });
    await expect(does(deed(1))).rejects.toThrow();
  });

  it('and puts links on, or takes the head away, is found', async () => {
    const last = (await links())[LINKS - 1] ?? {};
    const path = ground.paths.audit(LINKS + 1);
    await put({ op: 'create', path, data: { ...last, n: LINKS + 1 } });
    expect(await faults()).toContainEqual({ fault: 'grown' });
    await put({ op: 'delete', path }, { op: 'delete', path: ground.paths.auditHead });
    expect(await faults()).toContainEqual({ fault: 'head' });
  });

  it('and brings a chain of another agency or of another server is found', async () => {
    for (const foreign of [groundOf('elsewhere'), groundOf(ground.agencyId)]) {
      expect((await verifyAudit({ ...ground, secrets: foreign.secrets }, [])).faults).toContainEqual({
        fault: 'head',
      });
    }
  });

  it('and brings back an older state, whole, is found by a head on paper and by one noted outside the store', async () => {
    const older = await headNow();
    const witness = createWitness(ground, dataDir, () => 0);
    await does(deed(13));
    await witness();
    const { code = '' } = await verifyAudit(ground, []);
    await put(
      { op: 'delete', path: ground.paths.audit(LINKS + 1) },
      { op: 'set', path: ground.paths.auditHead, data: older },
    );
    expect(await faults()).toEqual([]);
    expect(await faults([code])).toEqual([{ fault: 'noted', code }]);
    const { ok, lines } = await reportAudit(ground, dataDir, []);
    expect(ok).toBe(false);
    expect(lines.join('\n')).toContain(code);
  });
});

it('a long chain is walked with progress, and a code from paper may be typed as it comes', async () => {
  const told: string[] = [];
  for (let n = 0; n < 4; n += 1) await does(...Array.from({ length: 100 }, () => deed(1)));
  const { code = '' } = await verifyAudit(ground, [], (done, of) => told.push(`${done}/${of}`));
  expect(told).toEqual(['200/412', '400/412', '412/412']);
  expect(readHeadCode(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')}`)).toBe(code);
  expect(readHeadCode(code.slice(1))).toBeUndefined();
});
