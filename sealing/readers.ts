import { z } from 'zod';
import { Recipient } from './keys.ts';

/** An integrity officer's public key and the office they sit in, an id of the agency's `tipOffices`. */
export const IntegrityOfficer = z.object({
  staffId: z.string().min(1),
  recipient: Recipient,
  office: z.string(),
});
export type IntegrityOfficer = z.infer<typeof IntegrityOfficer>;

/** The agency's recovery key and its custodian's office; outside the agency, that is no office's id. */
export const RecoveryKey = z.object({ recipient: Recipient, office: z.string() });
export type RecoveryKey = z.infer<typeof RecoveryKey>;

/** `readers/current`: who can be given tips to read. */
export const Readers = z.object({
  version: z.literal(1),
  officers: z.array(IntegrityOfficer),
  recovery: RecoveryKey.optional(),
});
export type Readers = z.infer<typeof Readers>;

/** To whom a tip is sealed, and which of them are officers. */
export interface ChosenReaders {
  recipients: Recipient[];
  staffIds: string[];
}

const officersLeft = ({ officers }: Readers, excluded: ReadonlySet<string>): IntegrityOfficer[] => {
  const out = officers.filter(({ office }) => excluded.has(office));
  return officers.filter(
    (officer) =>
      !out.some(({ staffId, recipient }) => staffId === officer.staffId || recipient === officer.recipient),
  );
};

/**
 * Chooses the readers of a tip: every integrity officer outside the excluded offices, the recovery key unless
 * its holder's office is excluded, and the reporter, where their key is known. Somebody with a seat in an excluded office is out with
 * every other seat and key they have; a key that one of them holds is nobody's.
 */
export function chooseReaders(
  readers: Readers,
  reporter: Recipient | undefined,
  excludedOffices: readonly string[],
): ChosenReaders {
  const excluded = new Set(excludedOffices);
  const officers = officersLeft(readers, excluded);
  const outKeys = new Set(
    readers.officers.filter((officer) => !officers.includes(officer)).map(({ recipient }) => recipient),
  );
  const { recovery } = readers;
  const recoveryReads = recovery && !excluded.has(recovery.office) && !outKeys.has(recovery.recipient);
  const recipients = new Set(officers.map(({ recipient }) => recipient));
  if (recoveryReads) recipients.add(recovery.recipient);
  if (reporter !== undefined) recipients.add(reporter);
  return {
    recipients: [...recipients],
    staffIds: [...new Set(officers.map(({ staffId }) => staffId))],
  };
}

/** Whether an integrity officer would be left to read a tip; the recovery key and the reporter do not count. */
export const anyoneLeft = (readers: Readers, excludedOffices: readonly string[]): boolean =>
  officersLeft(readers, new Set(excludedOffices)).length > 0;
