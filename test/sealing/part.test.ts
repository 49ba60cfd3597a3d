import { Encrypter } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openPart, sealPart } from '../../sealing/part.ts';
import type { Part } from '../../sealing/plaintext.ts';
import { isOnCurve, opensStanza, readHeader } from './header.ts';
import { makePeople, makePerson, seededRandom } from './people.ts';

const address = { agency: 'khoen', draft: 'draft-a', n: 3 };
const textOf = (text: string): Part => ({ version: 1, ...address, kind: 'text', text });
const photoOf = (length: number): Part => ({
  version: 1,
  ...address,
  kind: 'photo',
  photo: Uint8Array.from({ length }, (_, index) => (index * 31) % 256),
});

const anyWords = fc.string({ unit: 'binary', maxLength: 1500 });
const anyPart: fc.Arbitrary<Part> = fc.oneof(
  anyWords.map(textOf),
  fc
    .uint8Array({ maxLength: 3000 })
    .map((photo): Part => ({ version: 1, ...address, kind: 'photo', photo: new Uint8Array(photo) })),
  fc
    .tuple(anyWords, anyWords)
    .map(([office, tipKind]): Part => ({ version: 1, ...address, kind: 'about', office, tipKind })),
  fc
    .tuple(fc.constantFrom('reporter', 'staff'), anyWords)
    .map(
      ([from, text]): Part => ({ version: 1, ...address, kind: 'message', from, text, day: '2026-11-23' }),
    ),
);

describe('reading', () => {
  test('every part is opened by each of its readers, whole, and by nobody else', async () => {
    const people = await makePeople(9);
    await fc.assert(
      fc.asyncProperty(anyPart, fc.integer({ min: 1, max: 8 }), async (part, count) => {
        const readers = people.slice(0, count);
        const random = seededRandom(`${count}`);
        const sealed = await sealPart(
          part,
          readers.map(({ recipient }) => recipient),
          random,
        );
        for (const { identity } of readers) {
          expect(await openPart(identity, sealed, address)).toEqual({ open: true, part });
        }
        for (const { identity } of people.slice(count)) {
          expect(await openPart(identity, sealed, address)).toEqual({ open: false, why: 'unopened' });
        }
      }),
      { numRuns: 15 },
    );
  });

  test('half a surrogate pair survives', async () => {
    const { identity, recipient } = await makePerson();
    const part = textOf('ก\ud83d');
    const sealed = await sealPart(part, [recipient], seededRandom('half'));
    expect(await openPart(identity, sealed, address)).toEqual({ open: true, part });
  });

  test('a photo of 900 KiB comes back octet by octet and stays below a Firestore document', async () => {
    const { identity, recipient } = await makePerson();
    const part = photoOf(900 * 1024);
    const sealed = await sealPart(part, [recipient], seededRandom('photo'));
    expect(sealed.length).toBeLessThan(1024 * 1024 - 16 * 1024);
    const opened = await openPart(identity, sealed, address);
    if (!opened.open || opened.part.kind !== 'photo' || part.kind !== 'photo') throw new Error('not a photo');
    expect(Buffer.compare(opened.part.photo, part.photo)).toBe(0);
  });

  test.each([
    ['agency', { ...address, agency: 'nong-bua' }],
    ['draft', { ...address, draft: 'draft-b' }],
    ['number', { ...address, n: 4 }],
  ])('a part found under another %s is misplaced', async (_, elsewhere) => {
    const { identity, recipient } = await makePerson();
    const sealed = await sealPart(textOf('เห็นรถราชการจอดที่บ้าน'), [recipient], seededRandom('moved'));
    expect(await openPart(identity, sealed, elsewhere)).toEqual({ open: false, why: 'misplaced' });
  });

  test('a file with any octet altered, or cut anywhere, does not open', async () => {
    const { identity, recipient } = await makePerson();
    const sealed = await sealPart(textOf('เรียกเงินก่อนออกใบอนุญาต'), [recipient], seededRandom('bits'));
    const refused = { open: false, why: 'unopened' };
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: sealed.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, bits) => {
          const altered = sealed.with(at, (sealed[at] ?? 0) ^ bits);
          expect(await openPart(identity, altered, address)).toEqual(refused);
          expect(await openPart(identity, sealed.subarray(0, at), address)).toEqual(refused);
        },
      ),
      { numRuns: 40 },
    );
  });

  test.each([
    ['no part at all', new TextEncoder().encode('just words')],
    ['nothing', new Uint8Array()],
    ['lengths beyond its end', new Uint8Array(1024).fill(255)],
    ['a later version', frame({ version: 2, ...address, kind: 'text', text: 'x' })],
    ['an unknown kind', frame({ version: 1, ...address, kind: 'voice' })],
    ['a field too many', frame({ version: 1, ...address, kind: 'text', text: 'x', by: 'y' })],
    ['no JSON', frame('{')],
    ['a photo cut short', frame({ version: 1, ...address, kind: 'photo' }, 2000)],
  ])('sealed octets that hold %s are not a part', async (_, plaintext) => {
    const { identity, recipient } = await makePerson();
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    const sealed = await encrypter.encrypt(plaintext);
    expect(await openPart(identity, sealed, address)).toEqual({ open: false, why: 'not_a_part' });
  });
});

describe('what a sealed part shows', () => {
  test('its header holds a multiple of eight recipients, all of one form, whoever reads', async () => {
    const people = await makePeople(9);
    for (const [readers, stanzas] of [
      [1, 8],
      [3, 8],
      [8, 8],
      [9, 16],
    ] as const) {
      const recipients = people.slice(0, readers).map(({ recipient }) => recipient);
      const sealed = await sealPart(textOf('ข้อความ'), recipients, seededRandom(`header ${readers}`));
      const header = readHeader(sealed);
      expect(header).toHaveLength(stanzas);
      for (const { type, share, body } of header) {
        expect([type, share.length, body.length]).toEqual(['X25519', 32, 32]);
        expect(isOnCurve(share)).toBe(true);
      }
      for (const { identity } of people.slice(0, readers)) {
        expect(header.filter((stanza) => opensStanza(identity, stanza))).toHaveLength(1);
      }
    }
  });

  test('the one real reader stands anywhere in the header', async () => {
    const { identity, recipient } = await makePerson();
    const random = seededRandom('anywhere');
    const places = new Set<number>();
    for (let round = 0; round < 60; round += 1) {
      const header = readHeader(await sealPart(textOf('ข้อความ'), [recipient], random));
      places.add(header.findIndex((stanza) => opensStanza(identity, stanza)));
    }
    expect([...places].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('its size moves in steps of 1 KiB for words and 64 KiB for photos, for one to eight readers alike', async () => {
    const people = await makePeople(8);
    const all = people.map(({ recipient }) => recipient);
    const sizeOf = async (part: Part, readers: number) =>
      (await sealPart(part, all.slice(0, readers), seededRandom('size'))).length;

    const short = await sizeOf(textOf(''), 1);
    expect(await sizeOf(textOf('ก'.repeat(280)), 8)).toBe(short);
    expect(await sizeOf(textOf('ก'.repeat(330)), 3)).toBe(short + 1024);
    expect(await sizeOf({ version: 1, ...address, kind: 'about', office: 'a', tipKind: 'b' }, 5)).toBe(short);

    const small = await sizeOf(photoOf(1), 1);
    expect(await sizeOf(photoOf(65_000), 4)).toBe(small);
    expect(await sizeOf(photoOf(65_536), 2)).toBe(small + 64 * 1024 + 16);
  });

  test('neither words nor recipients stand in it, and sealing twice gives other octets', async () => {
    const { recipient } = await makePerson();
    const part = textOf('SECRET-WORDS');
    const once = Buffer.from(await sealPart(part, [recipient], seededRandom('same')));
    const again = Buffer.from(await sealPart(part, [recipient], seededRandom('same')));
    expect(once.includes('SECRET-WORDS') || once.includes('khoen') || once.includes(recipient)).toBe(false);
    expect(once.subarray(-1024).equals(again.subarray(-1024))).toBe(false);
  });
});

test('a part nobody could read is not sealed', async () => {
  await expect(sealPart(textOf('x'), [], seededRandom('nobody'))).rejects.toThrow(RangeError);
});

function frame(head: unknown, fileLength = 0): Uint8Array {
  const json = Buffer.from(typeof head === 'string' ? head : JSON.stringify(head));
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32BE(json.length);
  lengths.writeUInt32BE(fileLength, 4);
  return new Uint8Array(Buffer.concat([lengths, json, Buffer.alloc(1024 - 8 - json.length)]));
}
