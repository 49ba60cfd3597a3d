import type { Staff } from '../../../domain/agency/staff.ts';
import type { StaffRefusal } from '../../../domain/staff/refusal.ts';
import type { IntegrityOfficer } from '../../../sealing/readers.ts';
import { commitAudited, type Planned } from '../../audit/commit-audited.ts';
import type { Write } from '../../store/documents.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { announce } from './news.ts';
import { rewritten } from './record.ts';
import { handleOf, type KeysState, mayDo, nameOf, readKeys, type Waiting, waitingIn } from './state.ts';

type Step = 'confirm' | 'cancel' | 'begin';

/** Which key somebody saw, by its handle and its public half. */
export interface SeenKey {
  handle: string;
  recipient: string;
}

const named = (state: KeysState, { owner }: Waiting) =>
  owner === undefined ? {} : { whose: nameOf(state, owner), owner };

/** A record's `waiting` as it is to be; undefined takes it away. */
const withWaiting = ({ owner, read }: Waiting, key: Waiting['key'] | undefined): Write =>
  rewritten(read, owner === undefined ? { waiting: key } : { waiting: key, former: read.record.former });

const unremind = ({ ground }: StaffParts, { key }: Waiting): Write[] =>
  key.reminder === undefined ? [] : [{ op: 'delete', path: ground.paths.outbox(key.reminder) }];

/** Who reads from now on, written only if that is still as it was read. */
function readersWrite(
  { ground }: StaffParts,
  state: KeysState,
  officers: readonly IntegrityOfficer[],
  recovery?: object,
): Write {
  const path = ground.paths.readers;
  const data = { officers: [...officers], ...(recovery === undefined ? {} : { recovery }) };
  return state.readersAt === undefined
    ? { op: 'create', path, data: { version: 1, ...data } }
    : { op: 'update', path, data, ifUpdatedAt: state.readersAt };
}

/** The waiting key becomes the one that tips are sealed to; the one before it is a former one. */
function begin(parts: StaffParts, state: KeysState, waiting: Waiting, now: number): Write[] {
  const since = new Date(now).toISOString();
  if (waiting.owner === undefined) {
    const { recipient, custodian } = waiting.key;
    const { office } = custodian;
    return [
      rewritten(waiting.read, { waiting: undefined, current: { recipient, custodian, since } }),
      readersWrite(parts, state, state.readers.officers, { recipient, office }),
    ];
  }
  const { owner, read, key } = waiting;
  const { recipient, wrapped } = key;
  const seat = state.readers.officers.find(({ staffId }) => staffId === owner)?.recipient;
  const before = [...new Set([read.record.current?.recipient, seat])].filter((one) => one !== undefined);
  const office = state.staff.find(({ id }) => id === owner)?.unit ?? 'none';
  const others = state.readers.officers.filter(({ staffId }) => staffId !== owner);
  return [
    rewritten(read, {
      waiting: undefined,
      current: { recipient, since, wrapped },
      former: [...read.record.former, ...before],
    }),
    readersWrite(parts, state, [...others, { staffId: owner, recipient, office }]),
  ];
}

function planStep(parts: StaffParts, state: KeysState, waiting: Waiting, step: Step, by: Staff): Planned {
  const { ground, clock } = parts;
  const now = clock();
  const about = waiting.owner === undefined ? {} : { about: nameOf(state, waiting.owner) };
  const tell = (news: 'confirmed' | 'cancelled' | 'begun') =>
    announce(ground, state.staff, now, { news, ...named(state, waiting), but: by.id });
  switch (step) {
    case 'confirm':
      return {
        writes: [withWaiting(waiting, { ...waiting.key, confirmedBy: by.id }), ...tell('confirmed')],
        deeds: [{ by: by.id, action: 'key-confirm', ...about }],
      };
    case 'cancel':
      return {
        writes: [withWaiting(waiting, undefined), ...unremind(parts, waiting), ...tell('cancelled')],
        deeds: [{ by: by.id, action: 'key-cancel', ...about }],
      };
    case 'begin':
      return {
        writes: [...begin(parts, state, waiting, now), ...unremind(parts, waiting), ...tell('begun')],
        deeds: [{ by: by.id, action: 'key-begin', ...about }],
      };
  }
}

function refusalOf(
  state: KeysState,
  waiting: Waiting,
  step: Step,
  by: Staff,
  now: number,
): StaffRefusal | undefined {
  const { key } = waiting;
  if (mayDo(state, waiting, by, now)[step]) return undefined;
  if (step === 'confirm') return key.confirmedBy === undefined ? 'second_person' : 'exists';
  return Date.parse(key.readyAt) > now ? 'too_soon' : 'second_person';
}

/** Confirms, cancels or begins a key that waits. */
export async function decideKey(
  parts: StaffParts,
  by: Staff,
  step: Step,
  { handle, recipient }: SeenKey,
): Promise<StaffAnswer> {
  const { ground, clock, kick } = parts;
  const done = await commitAudited<StaffRefusal>(ground, clock, async () => {
    const state = await readKeys(ground);
    const waiting = waitingIn(state).find(({ owner }) => handleOf(ground, owner) === handle);
    if (waiting === undefined) return { refuse: 'not_found' };
    if (waiting.key.recipient !== recipient) return { refuse: 'changed' };
    const refuse = refusalOf(state, waiting, step, by, clock());
    return refuse === undefined ? planStep(parts, state, waiting, step, by) : { refuse };
  });
  if (!done.done) return { refuse: done.why };
  kick();
  return { json: {} };
}
