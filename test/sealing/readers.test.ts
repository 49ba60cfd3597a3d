import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPart, sealPart } from '../../sealing/part.ts';
import type { Part } from '../../sealing/plaintext.ts';
import { anyoneLeft, chooseReaders, type IntegrityOfficer, Readers } from '../../sealing/readers.ts';
import { makePeople, type Person, seededRandom } from './people.ts';

let people: Person[];
beforeAll(async () => {
  people = await makePeople(8);
});
const key = (index: number): string => people[index]?.recipient ?? '';

const officer = (staffId: string, index: number, office: string): IntegrityOfficer => ({
  staffId,
  recipient: key(index),
  office,
});
const readersOf = (officers: IntegrityOfficer[], recovery?: { recipient: string; office: string }): Readers =>
  Readers.parse({ version: 1, officers, recovery });

describe('the readers of a tip', () => {
  test('are all officers, the recovery key and the reporter when no office is excluded', () => {
    const readers = readersOf([officer('malee', 0, 'clerk'), officer('somsak', 1, 'finance')], {
      recipient: key(2),
      office: 'outside',
    });
    const { recipients, staffIds } = chooseReaders(readers, key(3), []);
    expect(new Set(recipients)).toEqual(new Set([key(0), key(1), key(2), key(3)]));
    expect(staffIds).toEqual(['malee', 'somsak']);
  });

  test('leave out who sits in the office, and the recovery key when its holder does', () => {
    const readers = readersOf([officer('malee', 0, 'clerk'), officer('somsak', 1, 'finance')], {
      recipient: key(2),
      office: 'finance',
    });
    expect(chooseReaders(readers, key(3), ['finance'])).toEqual({
      recipients: [key(0), key(3)],
      staffIds: ['malee'],
    });
  });

  test('leave out a person with a second seat, and a key that an excluded person holds too', () => {
    const readers = readersOf(
      [
        officer('malee', 0, 'clerk'),
        officer('malee', 1, 'finance'),
        officer('somsak', 1, 'works'),
        officer('wanna', 4, 'works'),
      ],
      { recipient: key(0), office: 'outside' },
    );
    expect(chooseReaders(readers, key(3), ['finance'])).toEqual({
      recipients: [key(4), key(3)],
      staffIds: ['wanna'],
    });
  });

  test('are nobody when the recovery key and the reporter alone are left', () => {
    const readers = readersOf([officer('malee', 0, 'clerk')], { recipient: key(2), office: 'outside' });
    expect(anyoneLeft(readers, [])).toBe(true);
    expect(anyoneLeft(readers, ['clerk'])).toBe(false);
    expect(anyoneLeft(readersOf([]), [])).toBe(false);
  });
});

test('in any agency, exactly the chosen open what is sealed to them', async () => {
  const offices = ['clerk', 'finance', 'works'];
  const seat = fc.tuple(fc.nat({ max: 5 }), fc.constantFrom(...offices));
  const address = { agency: 'khoen', draft: 'draft-a', n: 1 };
  const part: Part = { version: 1, ...address, kind: 'text', text: 'ฮั้วประมูลถนนหน้าวัด' };
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(seat, { selector: ([index]) => index, maxLength: 6 }),
      fc.option(fc.constantFrom(...offices, 'outside')),
      fc.subarray(offices),
      async (seats, recoveryOffice, excluded) => {
        const officers = seats.map(([index, office]) => officer(`staff-${index}`, index, office));
        const recovery = recoveryOffice === null ? undefined : { recipient: key(6), office: recoveryOffice };
        const readers = readersOf(officers, recovery);
        const { recipients, staffIds } = chooseReaders(readers, key(7), excluded);
        const sealed = await sealPart(part, recipients, seededRandom('any'));

        const shouldOpen = new Set([7]);
        for (const [index, office] of seats) if (!excluded.includes(office)) shouldOpen.add(index);
        if (recovery && !excluded.includes(recovery.office)) shouldOpen.add(6);
        for (const [index, person] of people.entries()) {
          expect((await openPart(person.identity, sealed, address)).open).toBe(shouldOpen.has(index));
        }
        const readingStaff = [...shouldOpen].filter((index) => index < 6).map((index) => `staff-${index}`);
        expect(new Set(staffIds)).toEqual(new Set(readingStaff));
        expect(anyoneLeft(readers, excluded)).toBe(readingStaff.length > 0);
      },
    ),
    { numRuns: 25 },
  );
});
