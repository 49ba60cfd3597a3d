import { createHash } from 'node:crypto';
import type { Agency } from '../../domain/agency/agency.ts';
import { dayOf } from '../../domain/calendar/day.ts';
import type { Confirmation, FormKeys } from '../../sealing/form-contract.ts';
import { chooseReaders, type Readers } from '../../sealing/readers.ts';
import type { Ground } from '../records/ground.ts';
import { type TipReaders, tipReaders } from '../records/tip-documents.ts';
import { readReaders } from '../records/tip-door.ts';
import type { FormParts } from './parts.ts';
import { bitsNow } from './work.ts';

/** The readers as the form may know them: no LINE user id. */
export const withHandles = ({ secrets }: Pick<Ground, 'secrets'>, readers: Readers): Readers => ({
  ...readers,
  officers: readers.officers.map((officer) => ({
    ...officer,
    staffId: secrets.readerHandle(officer.staffId),
  })),
});

/** Changes with the readers, whatever changes about them. */
export const editionOf = (shown: Readers): string =>
  createHash('sha256').update(JSON.stringify(shown)).digest('base64url');

const outsideOf = ({ outside }: Agency) =>
  outside.flatMap(({ label, phone, for: takes }) =>
    takes.includes('tip') && phone !== undefined ? [{ label, phone }] : [],
  );

/** All that a browser needs before it seals or looks up. @throws StoreUnavailable */
export async function formKeys(parts: FormParts): Promise<FormKeys> {
  const { ground, current, clock } = parts;
  const { agency } = current();
  const [stored, bits] = await Promise.all([readReaders(ground), bitsNow(parts)]);
  const readers = withHandles(ground, stored);
  return {
    agency: {
      id: agency.id,
      shortName: agency.shortName,
      phone: agency.phone,
      voice: agency.voice,
      offices: agency.tipOffices,
      kinds: agency.tipKinds,
      outside: outsideOf(agency),
    },
    salt: agency.receiptSalt,
    readers,
    edition: editionOf(readers),
    work: { day: dayOf(clock()), bits },
  };
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && new Set([...one, ...other]).size === one.length;

/**
 * Whom a tip was sealed to, if that is what some office leaves of today's readers; undefined otherwise. Which
 * office it was stays inside the sealing.
 */
export function readersNamed(
  ground: Pick<Ground, 'secrets'>,
  agency: Agency,
  stored: Readers,
  { readers, recovery }: Pick<Confirmation, 'readers' | 'recovery'>,
): TipReaders | undefined {
  for (const { id } of agency.tipOffices) {
    const left = chooseReaders(stored, undefined, [id]);
    const handles = left.staffIds.map((staffId) => ground.secrets.readerHandle(staffId));
    const chosen = tipReaders(stored, left);
    if ((chosen.recovery !== undefined) === recovery && sameSet(handles, readers)) return chosen;
  }
  return undefined;
}
