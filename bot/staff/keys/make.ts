import { Buffer } from 'node:buffer';
import type { Staff } from '../../../domain/agency/staff.ts';
import {
  KEY_WAIT_MILLISECONDS,
  MOST_IDENTITY_OCTETS,
  type NewKey,
  type NewRecoveryKey,
} from '../../../sealing/keys-contract.ts';
import { workFactorOf } from '../../../sealing/passphrase.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { announce, newEntryId, remind } from './news.ts';
import { rewritten } from './record.ts';
import { readKeys } from './state.ts';

const at = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** Announces an officer's new key: it reads nothing for a day, and nothing before somebody confirmed it. */
export async function makeKey(
  parts: StaffParts,
  by: Staff,
  { recipient, sealed }: NewKey,
): Promise<StaffAnswer> {
  const { ground, clock, kick } = parts;
  const { secrets } = ground;
  const octets = new Uint8Array(Buffer.from(sealed, 'base64'));
  if (octets.length > MOST_IDENTITY_OCTETS || workFactorOf(octets) === undefined)
    return { refuse: 'bad_shape' };
  const done = await commitAudited<'exists' | 'bad_shape'>(ground, clock, async () => {
    const state = await readKeys(ground);
    const read = state.keys.get(by.id);
    if (read === undefined || read.record.waiting !== undefined) return { refuse: 'exists' };
    const { current, former } = read.record;
    const isUsed = [...state.readers.officers.map((one) => one.recipient), ...former].includes(recipient);
    if (isUsed || current?.recipient === recipient) return { refuse: 'bad_shape' };
    const now = clock();
    const readyAt = now + KEY_WAIT_MILLISECONDS;
    const reminder = newEntryId(ground);
    const wrapped = secrets.wrapIdentity(by.id, octets);
    const waiting = { recipient, madeBy: by.id, madeAt: at(now), readyAt: at(readyAt), reminder, wrapped };
    return {
      writes: [
        rewritten(read, { waiting, former }),
        ...announce(ground, state.staff, now, { news: 'made', whose: by.name, owner: by.id }),
        remind(ground, reminder, by.id, readyAt, by.name),
      ],
      deeds: [{ by: by.id, action: 'key-add', about: by.name }],
    };
  });
  if (!done.done) return { refuse: done.why };
  kick();
  return { json: {} };
}

/** Announces a new recovery key, made and printed in somebody's browser, with who is to hold it. */
export async function makeRecovery(
  parts: StaffParts,
  by: Staff,
  { recipient, custodian }: NewRecoveryKey,
): Promise<StaffAnswer> {
  const { ground, clock, kick, current } = parts;
  const offices = [...current().agency.tipOffices.map(({ id }) => id), 'outside'];
  if (!offices.includes(custodian.office)) return { refuse: 'bad_shape' };
  const done = await commitAudited<'exists' | 'bad_shape'>(ground, clock, async () => {
    const { staff, readers, recovery } = await readKeys(ground);
    if (recovery.record.waiting !== undefined) return { refuse: 'exists' };
    const known = [...readers.officers.map((one) => one.recipient), recovery.record.current?.recipient];
    if (known.includes(recipient)) return { refuse: 'bad_shape' };
    const now = clock();
    const readyAt = now + KEY_WAIT_MILLISECONDS;
    const reminder = newEntryId(ground);
    const waiting = { recipient, custodian, madeBy: by.id, madeAt: at(now), readyAt: at(readyAt), reminder };
    return {
      writes: [
        rewritten(recovery, { waiting }),
        ...announce(ground, staff, now, { news: 'made' }),
        remind(ground, reminder, by.id, readyAt, undefined),
      ],
      deeds: [{ by: by.id, action: 'recovery-set', note: custodian.name }],
    };
  });
  if (!done.done) return { refuse: done.why };
  kick();
  return { json: {} };
}
