import { beforeAll, describe, expect, test } from 'vitest';
import { checkManifest, digestOf, makeManifest, type SealedPart } from '../../sealing/manifest.ts';
import { openPart, sealPart } from '../../sealing/part.ts';
import type { ManifestPart, PartAddress } from '../../sealing/plaintext.ts';
import { makePerson, type Person, seededRandom } from './people.ts';

const random = seededRandom('manifest');
let reader: Person;
let reporter: Person;

const sealText = async (address: PartAddress, text: string): Promise<SealedPart> => ({
  n: address.n,
  sealed: await sealPart({ version: 1, ...address, kind: 'text', text }, [reader.recipient], random),
});

/** A confirmed tip: parts 1, 2 and 4 (3 was taken back), its manifest as 5, sealed and opened again. */
const makeTip = async (agency: string, draft: string) => {
  const parts = [
    await sealText({ agency, draft, n: 1 }, 'เห็นเมื่อวันศุกร์'),
    await sealText({ agency, draft, n: 2 }, 'ที่โกดัง'),
    await sealText({ agency, draft, n: 4 }, 'มีใบเสร็จ'),
  ];
  const address = { agency, draft, n: 5 };
  const digests = await Promise.all(parts.toReversed().map(digestOf));
  const made = makeManifest(address, digests, reporter.recipient);
  const opened = await openPart(reader.identity, await sealPart(made, [reader.recipient], random), address);
  if (!opened.open || opened.part.kind !== 'manifest') throw new Error('the manifest did not open');
  return { parts, manifest: opened.part };
};

let tip: { parts: SealedPart[]; manifest: ManifestPart };
let other: { parts: SealedPart[]; manifest: ManifestPart };
beforeAll(async () => {
  [reader, reporter] = await Promise.all([makePerson(), makePerson()]);
  [tip, other] = await Promise.all([makeTip('khoen', 'draft-a'), makeTip('khoen', 'draft-b')]);
});

const faultsOf = (parts: SealedPart[], manifest = tip.manifest) =>
  checkManifest(manifest, { agency: 'khoen', draft: 'draft-a', parts });
const sealedAt = (from: { parts: SealedPart[] }, n: number): Uint8Array => {
  const part = from.parts.find((each) => each.n === n);
  if (!part) throw new Error('no such part');
  return part.sealed;
};

describe('a manifest', () => {
  test('names the reporter and finds no fault in what was confirmed, in whatever order it is read', async () => {
    expect(tip.manifest).toMatchObject({ count: 3, reporter: reporter.recipient });
    expect(await faultsOf(tip.parts)).toEqual([]);
    expect(await faultsOf(tip.parts.toReversed())).toEqual([]);
  });

  test('leaves the thread that came after it alone', async () => {
    const later = await sealText({ agency: 'khoen', draft: 'draft-a', n: 6 }, 'เพิ่มเติม');
    expect(await faultsOf([...tip.parts, later])).toEqual([]);
  });

  test('finds a dropped part', async () => {
    expect(await faultsOf(tip.parts.filter(({ n }) => n !== 2))).toEqual([{ fault: 'missing', n: 2 }]);
    expect(await faultsOf([])).toHaveLength(3);
  });

  test('finds parts that changed places', async () => {
    const swapped = tip.parts
      .with(0, { n: 1, sealed: sealedAt(tip, 2) })
      .with(1, { n: 2, sealed: sealedAt(tip, 1) });
    expect(await faultsOf(swapped)).toEqual([
      { fault: 'moved', n: 1, was: 2 },
      { fault: 'moved', n: 2, was: 1 },
    ]);
  });

  test('finds an altered part', async () => {
    const sealed = sealedAt(tip, 4);
    const altered = tip.parts.with(2, { n: 4, sealed: sealed.with(-1, (sealed.at(-1) ?? 0) ^ 1) });
    expect(await faultsOf(altered)).toEqual([{ fault: 'altered', n: 4 }]);
  });

  test('finds a part of another tip, which does not open there either', async () => {
    const transplanted = sealedAt(other, 2);
    expect(await faultsOf(tip.parts.with(1, { n: 2, sealed: transplanted }))).toEqual([
      { fault: 'altered', n: 2 },
    ]);
    const there = { agency: 'khoen', draft: 'draft-a', n: 2 };
    expect(await openPart(reader.identity, transplanted, there)).toEqual({ open: false, why: 'misplaced' });
  });

  test('finds a part that was put in, or stands there twice', async () => {
    const added = await sealText({ agency: 'khoen', draft: 'draft-a', n: 3 }, 'ไม่จริง');
    expect(await faultsOf([...tip.parts, added])).toEqual([{ fault: 'added', n: 3 }]);
    expect(await faultsOf([...tip.parts, { n: 1, sealed: sealedAt(tip, 1) }])).toEqual([
      { fault: 'added', n: 1 },
    ]);
  });

  test('is refused whole where it does not belong', async () => {
    expect(await faultsOf(other.parts, other.manifest)).toEqual([{ fault: 'foreign' }]);
    const elsewhere = { agency: 'nong-bua', draft: 'draft-a', parts: tip.parts };
    expect(await checkManifest(tip.manifest, elsewhere)).toEqual([{ fault: 'foreign' }]);
  });
});

test('a manifest of parts that repeat a number or come after it is not made', async () => {
  const digest = await digestOf({ n: 1, sealed: Uint8Array.of(1) });
  const address = { agency: 'khoen', draft: 'draft-a', n: 5 };
  expect(() => makeManifest(address, [digest, digest], reporter.recipient)).toThrow();
  expect(() => makeManifest(address, [{ ...digest, n: 5 }], reporter.recipient)).toThrow();
  expect(makeManifest(address, [], reporter.recipient).count).toBe(0);
});
