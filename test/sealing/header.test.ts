import { beforeAll, describe, expect, test } from 'vitest';
import { headerFor, headerOf, underHeader } from '../../sealing/header.ts';
import { checkManifest, digestOf, makeManifest } from '../../sealing/manifest.ts';
import { openPart, sealPart } from '../../sealing/part.ts';
import type { Part } from '../../sealing/plaintext.ts';
import { isOnCurve, opensStanza, readHeader } from './header.ts';
import { makePeople, type Person, seededRandom } from './people.ts';

let people: Person[];
beforeAll(async () => {
  people = await makePeople(5);
});
const person = (nth: number): Person => {
  const one = people[nth];
  if (one === undefined) throw new Error('not so many people');
  return one;
};
const address = { agency: 'khoen', draft: 'draft-a', n: 1 };
const text: Part = { version: 1, ...address, kind: 'text', text: 'เก็บเงินใต้โต๊ะ' };
const photo: Part = {
  version: 1,
  ...address,
  kind: 'photo',
  photo: new Uint8Array(seededRandom('p')(200_000)),
};
const sealedTo = (part: Part, ...who: number[]) =>
  sealPart(
    part,
    who.map((nth) => person(nth).recipient),
    seededRandom('seal'),
  );
const added = async (sealed: Uint8Array, by: number, ...who: number[]) => {
  const header = headerOf(sealed);
  if (header === undefined) throw new Error('no header');
  const recipients = who.map((nth) => person(nth).recipient);
  return headerFor(person(by).identity, header, recipients, seededRandom('header'));
};

describe('another header', () => {
  test.each([
    ['words', text],
    ['a photo', photo],
  ])('gives %s to whoever it names and to nobody else', async (_what, part) => {
    const sealed = await sealedTo(part, 0, 1);
    const header = await added(sealed, 0, 0, 2, 3);
    if (header === undefined) throw new Error('a reader can write a header');
    const again = underHeader(sealed, header);
    for (const nth of [0, 2, 3]) {
      expect(await openPart(person(nth).identity, again, address)).toEqual({ open: true, part });
    }
    for (const nth of [1, 4]) {
      expect(await openPart(person(nth).identity, again, address)).toEqual({ open: false, why: 'unopened' });
    }
  });

  test('leaves what was sealed as it was, so that the manifest still holds', async () => {
    const sealed = await sealedTo(text, 0);
    const before = sealed.slice();
    const manifest = makeManifest(
      { ...address, n: 2 },
      [await digestOf({ n: 1, sealed })],
      person(4).recipient,
    );
    const header = await added(sealed, 0, 2);
    expect(header).toBeDefined();
    expect(sealed).toEqual(before);
    const found = { agency: 'khoen', draft: 'draft-a', parts: [{ n: 1, sealed }] };
    expect(await checkManifest(manifest, found)).toEqual([]);
  });

  test('can be written from one that was added, by whoever that one let in', async () => {
    const sealed = await sealedTo(text, 0);
    const first = await added(sealed, 0, 1);
    if (first === undefined) throw new Error('no header');
    const second = await headerFor(person(1).identity, first, [person(2).recipient], seededRandom('again'));
    if (second === undefined) throw new Error('no header');
    expect(await openPart(person(2).identity, underHeader(sealed, second), address)).toEqual({
      open: true,
      part: text,
    });
  });

  test('looks like every header: a multiple of eight real points, of which as many open as there are readers', async () => {
    const sealed = await sealedTo(text, 0, 1, 2);
    const header = await added(sealed, 0, 1, 3);
    if (header === undefined) throw new Error('no header');
    const stanzas = readHeader(header);
    expect(stanzas).toHaveLength(8);
    expect(header.length).toBe(headerOf(sealed)?.length);
    for (const { type, share, body } of stanzas) {
      expect([type, isOnCurve(share), body.length]).toEqual(['X25519', true, 32]);
    }
    const opening = people.map(({ identity }) => stanzas.filter((one) => opensStanza(identity, one)).length);
    expect(opening).toEqual([0, 1, 0, 1, 0]);
  });

  test('cannot be written by anybody else, nor from an altered one', async () => {
    const sealed = await sealedTo(text, 0);
    expect(await added(sealed, 4, 4)).toBeUndefined();
    const header = headerOf(sealed);
    if (header === undefined) throw new Error('no header');
    const altered = header.slice();
    altered[altered.length - 10] = (altered.at(-10) ?? 0) === 65 ? 66 : 65;
    expect(
      await headerFor(person(0).identity, altered, [person(4).recipient], seededRandom('x')),
    ).toBeUndefined();
  });

  test('of another part opens nothing', async () => {
    const sealed = await sealedTo(text, 0);
    const other = await sealPart({ ...text, n: 2 }, [person(0).recipient], seededRandom('other'));
    const header = await added(other, 0, 2);
    if (header === undefined) throw new Error('no header');
    expect(await openPart(person(2).identity, underHeader(sealed, header), address)).toEqual({
      open: false,
      why: 'unopened',
    });
  });

  test('needs somebody to read', async () => {
    const header = headerOf(await sealedTo(text, 0));
    await expect(
      headerFor(person(0).identity, header ?? new Uint8Array(), [], seededRandom('x')),
    ).rejects.toThrow(RangeError);
  });
});

test('what is no age file has no header', () => {
  for (const octets of [new Uint8Array(), new TextEncoder().encode('age-encryption.org/v1\n--- short\n')]) {
    expect(headerOf(octets)).toBeUndefined();
  }
});
