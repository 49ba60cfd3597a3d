import type { Recipient } from '../../sealing/keys.ts';
import type { IntegrityOfficer, Readers } from '../../sealing/readers.ts';
import { shuffled } from '../../sealing/shuffle.ts';
import type { Ground } from './ground.ts';

type MarkGround = Pick<Ground, 'secrets'>;

/** A tip carries a multiple of so many marks, so that they do not tell how many people can read it. */
const MARKS_STEP = 8;
const MARK_OCTETS = 32;

/**
 * The mark of an officer who can open a tip with this key. It names the key as well, because another key of the same
 * person opens nothing: who moves to another office, or lost a passphrase, reads again once a colleague has sealed
 * the tip to the new key, which honours what the tip excludes.
 */
export const readerMark = (
  { secrets }: MarkGround,
  caseId: string,
  { staffId, recipient }: Pick<IntegrityOfficer, 'staffId' | 'recipient'>,
): string => secrets.readerMark(`${staffId}/${recipient}`, caseId);

export const recoveryMark = ({ secrets }: MarkGround, caseId: string, recipient: Recipient): string =>
  secrets.readerMark(`recovery/${recipient}`, caseId);

/** Marks among random ones, in random order. */
export function paddedMarks({ random }: Pick<Ground, 'random'>, marks: readonly string[]): string[] {
  const missing = (MARKS_STEP - (marks.length % MARKS_STEP)) % MARKS_STEP;
  const dummies = Array.from({ length: missing }, () =>
    Buffer.from(random(MARK_OCTETS)).toString('base64url'),
  );
  return shuffled([...marks, ...dummies], random);
}

/** Those of today's readers who can open a tip whose case carries these marks. */
export function readersMarked(
  ground: MarkGround,
  caseId: string,
  marks: readonly string[],
  { version, officers, recovery }: Readers,
): Readers {
  const recovers = recovery !== undefined && marks.includes(recoveryMark(ground, caseId, recovery.recipient));
  return {
    version,
    officers: officers.filter((officer) => marks.includes(readerMark(ground, caseId, officer))),
    ...(recovers ? { recovery } : {}),
  };
}
