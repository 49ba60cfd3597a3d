import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AgencySecrets, openSecrets } from '../../../bot/secrets/secrets.ts';

const secretKey = new Uint8Array(randomBytes(32));
const secrets = openSecrets(secretKey);
const khoen = secrets.forAgency('khoen');
const nongBua = secrets.forAgency('nong-bua');
const otherServer = openSecrets(new Uint8Array(randomBytes(32))).forAgency('khoen');

const userId = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((id) => `U${Buffer.from(id).toString('hex')}`);
const twoUsers = fc.tuple(userId, userId).filter(([one, other]) => one !== other);
const body = fc.string({ unit: 'grapheme', maxLength: 1000 });
const same = (one: Uint8Array | undefined, other: Uint8Array) =>
  one !== undefined && Buffer.compare(one, other) === 0;

const decoded = (octets: Uint8Array | undefined): string | undefined =>
  octets && Buffer.from(octets).toString();

/** Every mark there is, of one person and one input. */
const marksOf = (agency: AgencySecrets, id: string, input: string): string[] => [
  agency.pseudonym(id),
  agency.limitMark(id, input),
  agency.lookupMark(Buffer.from(id)),
  agency.readerMark(id, input),
  agency.readerHandle(id),
  agency.routeMark(id),
  agency.answeredMark(id, Buffer.from(input)),
  agency.tipSlotMark(id, input),
  agency.codeMark(id),
];

describe('marks', () => {
  test('are the same for the same input, also after a restart, and always fit as a document id', () => {
    fc.assert(
      fc.property(userId, fc.string(), (id, input) => {
        const marks = marksOf(khoen, id, input);
        expect(marksOf(openSecrets(secretKey).forAgency('khoen'), id, input)).toEqual(marks);
        for (const mark of marks) {
          expect(mark).toMatch(/^[A-Za-z0-9_-]{43}$/);
          expect(mark).not.toMatch(/^__.*__$/);
        }
      }),
    );
  });

  test('differ by purpose, person, agency and server', () => {
    fc.assert(
      fc.property(twoUsers, fc.string(), ([one, other], input) => {
        const marks = [
          ...marksOf(khoen, one, input),
          ...marksOf(khoen, other, input),
          ...marksOf(nongBua, one, input),
          ...marksOf(otherServer, one, input),
        ];
        expect(new Set(marks).size).toBe(marks.length);
      }),
    );
  });

  test('differ by their second input, wherever the border between the two lies', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (left, right) => {
        const joined = left + right;
        for (const mark of [khoen.limitMark, khoen.readerMark, khoen.tipSlotMark]) {
          expect(mark(left, right)).not.toBe(mark(joined, ''));
          expect(mark(left, right)).not.toBe(mark('', joined));
        }
      }),
    );
  });

  test('of who answered need both halves of their key', () => {
    const [firstHalf, secondHalf] = [randomBytes(32), randomBytes(32)];
    expect(khoen.answeredMark('U1', firstHalf)).not.toBe(khoen.answeredMark('U1', secondHalf));
    expect(khoen.answeredMark('U1', firstHalf)).not.toBe(otherServer.answeredMark('U1', firstHalf));
  });
});

const chatOf = (userId: string, secrets = khoen) => ({ userId, pseudonym: secrets.pseudonym(userId) });

describe('a sealed session', () => {
  test('opens for its user, and for no other user, agency or server', () => {
    fc.assert(
      fc.property(twoUsers, body, ([owner, other], plain) => {
        const chat = chatOf(owner);
        const sealed = khoen.sealSession(chat, plain);
        expect(decoded(khoen.openSession(chat, sealed))).toBe(plain);
        expect(khoen.openSession(chatOf(other), sealed)).toBeUndefined();
        expect(khoen.openSession({ ...chat, userId: other }, sealed)).toBeUndefined();
        expect(khoen.openSession({ ...chat, pseudonym: khoen.pseudonym(other) }, sealed)).toBeUndefined();
        expect(nongBua.openSession(chat, sealed)).toBeUndefined();
        expect(nongBua.openSession(chatOf(owner, nongBua), sealed)).toBeUndefined();
        expect(otherServer.openSession(chat, sealed)).toBeUndefined();
        expect(decoded(openSecrets(secretKey).forAgency('khoen').openSession(chat, sealed))).toBe(plain);
      }),
    );
  });

  test('does not open when any octet is altered or it is cut short', () => {
    const sealed = khoen.sealSession(chatOf('U1'), '{"version":1,"state":{"at":"idle"},"seen":[]}');
    for (const at of sealed.keys()) {
      expect(khoen.openSession(chatOf('U1'), sealed.with(at, (sealed[at] ?? 0) ^ 1))).toBeUndefined();
      expect(khoen.openSession(chatOf('U1'), sealed.subarray(0, at))).toBeUndefined();
    }
  });

  test('any octets are read without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (octets) => {
        expect(khoen.openSession(chatOf('U1'), octets)).toBeUndefined();
        expect(khoen.openSession(chatOf('U1'), Uint8Array.of(1, ...octets))).toBeUndefined();
        expect(khoen.openRoute('case', Uint8Array.of(1, ...octets))).toBeUndefined();
      }),
    );
  });

  test('never looks the same twice', () => {
    const seen = new Set(
      Array.from({ length: 50 }, () => Buffer.from(khoen.sealSession(chatOf('U1'), 'a')).toString('hex')),
    );
    expect(seen.size).toBe(50);
  });
});

test('a held attachment opens for its sender alone, in its own place', () => {
  const photo = new Uint8Array(randomBytes(5000));
  const sealed = khoen.sealHeld('U1', 'case-a', 2, photo);
  expect(same(khoen.openHeld('U1', 'case-a', 2, sealed), photo)).toBe(true);
  expect(khoen.openHeld('U2', 'case-a', 2, sealed)).toBeUndefined();
  expect(khoen.openHeld('U1', 'case-b', 2, sealed)).toBeUndefined();
  expect(khoen.openHeld('U1', 'case-a', 3, sealed)).toBeUndefined();
  expect(nongBua.openHeld('U1', 'case-a', 2, sealed)).toBeUndefined();
  expect(khoen.openSession(chatOf('U1'), sealed)).toBeUndefined();
});

test('a route gives its user id back for its own case only', () => {
  fc.assert(
    fc.property(userId, (id) => {
      const sealed = khoen.sealRoute('case-a', id);
      expect(Buffer.from(sealed).includes(id)).toBe(false);
      expect(khoen.openRoute('case-a', sealed)).toBe(id);
      expect(khoen.openRoute('case-b', sealed)).toBeUndefined();
      expect(nongBua.openRoute('case-a', sealed)).toBeUndefined();
      expect(otherServer.openRoute('case-a', sealed)).toBeUndefined();
    }),
  );
});

test('a retry key is a UUID, the same for the same entry and no other', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(khoen.retryKey(one)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(openSecrets(secretKey).forAgency('khoen').retryKey(one)).toBe(khoen.retryKey(one));
      expect(nongBua.retryKey(one)).not.toBe(khoen.retryKey(one));
      fc.pre(one !== other);
      expect(khoen.retryKey(other)).not.toBe(khoen.retryKey(one));
    }),
  );
});

test('a secret key of another length is refused', () => {
  for (const length of [0, 16, 31, 33]) expect(() => openSecrets(new Uint8Array(length))).toThrow(RangeError);
});
