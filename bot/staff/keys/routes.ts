import { Buffer } from 'node:buffer';
import { z } from 'zod';
import type { Staff } from '../../../domain/agency/staff.ts';
import {
  KeyHandle,
  KeySeen,
  type KeysAnswer,
  NewKey,
  NewRecoveryKey,
} from '../../../sealing/keys-contract.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import type { StaffParts } from '../parts.ts';
import { type StaffAnswer, staffRoute } from '../route.ts';
import { decideKey } from './decide.ts';
import { makeKey, makeRecovery } from './make.ts';
import { handleOf, type KeysState, mayDo, nameOf, readKeys, type Waiting, waitingIn } from './state.ts';

const watching = ['integrity', 'admin'] as const;
const own = ['integrity'] as const;
const seen = z.object({ handle: KeyHandle });

/** A key of somebody's own as their browser gets it back: what the passphrase opens. */
function ownKey({ ground }: StaffParts, { keys }: KeysState, { id }: Staff): KeysAnswer['mine'] {
  const current = keys.get(id)?.record.current;
  const sealed = current && ground.secrets.unwrapIdentity(id, current.wrapped);
  if (current === undefined || sealed === undefined) return undefined;
  const { recipient, since } = current;
  return { handle: handleOf(ground, id), recipient, since, sealed: Buffer.from(sealed).toString('base64') };
}

function shownWaiting({ ground, clock }: StaffParts, state: KeysState, waiting: Waiting, by: Staff) {
  const { owner, key } = waiting;
  const { recipient, madeAt, readyAt, confirmedBy } = key;
  return {
    owner: { handle: handleOf(ground, owner), name: owner === undefined ? '' : nameOf(state, owner) },
    recipient,
    madeAt,
    readyAt,
    isReady: Date.parse(readyAt) <= clock(),
    ...(confirmedBy === undefined ? {} : { confirmedBy: nameOf(state, confirmedBy) }),
    may: mayDo(state, waiting, by, clock()),
    ...('custodian' in key ? { custodian: key.custodian } : {}),
  };
}

async function showKeys(parts: StaffParts, by: Staff): Promise<StaffAnswer> {
  const { ground, current } = parts;
  const state = await readKeys(ground);
  const mine = by.roles.includes('integrity') ? ownKey(parts, state, by) : undefined;
  const { recovery } = state;
  const answer: KeysAnswer = {
    ...(mine === undefined ? {} : { mine }),
    mayMake: by.roles.includes('integrity') && state.keys.get(by.id)?.record.waiting === undefined,
    waiting: waitingIn(state).map((one) => shownWaiting(parts, state, one, by)),
    readers: state.readers.officers.map(({ staffId, recipient }) => {
      const record = state.keys.get(staffId)?.record;
      return {
        handle: handleOf(ground, staffId),
        name: nameOf(state, staffId),
        recipient,
        ...(record?.current === undefined ? {} : { since: record.current.since }),
        renewed: (record?.former.length ?? 0) > 0,
      };
    }),
    ...(recovery.record.current === undefined ? {} : { recovery: recovery.record.current }),
    offices: current().agency.tipOffices.map(({ id, label }) => ({ id, label })),
  };
  return { json: answer };
}

/** `/keys`: who can read tips, whose key waits, and one's own. */
export const keyRoutes = [
  staffRoute({
    method: 'get',
    path: '/keys',
    roles: watching,
    handle: (parts, { staff }) => showKeys(parts, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/keys',
    roles: own,
    body: NewKey,
    handle: (parts, { staff, body }) => makeKey(parts, staff, body),
  }),
  staffRoute({
    method: 'post',
    path: '/keys/recovery',
    roles: watching,
    body: NewRecoveryKey,
    handle: (parts, { staff, body }) => makeRecovery(parts, staff, body),
  }),
  staffRoute({
    method: 'post',
    path: '/keys/mine/export',
    roles: own,
    handle: async ({ ground, clock }, { staff }) => {
      const done = await commitAudited(ground, clock, async () => ({
        writes: [],
        deeds: [{ by: staff.id, action: 'key-export', about: staff.name }],
      }));
      return done.done ? { json: {} } : { refuse: done.why };
    },
  }),
  ...(['confirm', 'cancel', 'begin'] as const).map((step) =>
    staffRoute({
      method: 'post',
      path: `/keys/:handle/${step}`,
      roles: watching,
      params: seen,
      body: KeySeen,
      handle: (parts, { staff, params: { handle }, body: { recipient } }) =>
        decideKey(parts, staff, step, { handle, recipient }),
    }),
  ),
];
