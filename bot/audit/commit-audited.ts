import type { Timestamp } from '@google-cloud/firestore';
import type { Write } from '../store/documents.ts';
import { type AuditGround, auditWrites, type Deed } from './append.ts';

/** What a staff action writes, and what the audit says of it. */
export interface Planned {
  writes: Write[];
  deeds: Deed[];
}

/** What was committed, with the update time of each of the plan's writes; or why nothing was planned. */
export type Audited<Refusal> =
  | { done: true; updateTimes: Timestamp[] }
  | { done: false; why: Refusal | 'busy' };

const TRIES = 8;

/**
 * Plans and commits a staff action with its links of the audit, all or nothing. `plan` is run anew on fresh facts
 * where somebody was faster; it returns a refusal where there is nothing to be done. `busy`: overtaken too often. The
 * head of the chain is read before the facts, so that no two actions are planned on the same ones.
 * @throws StoreUnavailable
 */
export async function commitAudited<Refusal = never>(
  ground: AuditGround,
  clock: () => number,
  plan: () => Promise<Planned | { refuse: Refusal }>,
): Promise<Audited<Refusal>> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const head = await ground.documents.read(ground.paths.auditHead);
    const planned = await plan();
    if ('refuse' in planned) return { done: false, why: planned.refuse };
    const links = auditWrites(ground, clock(), planned.deeds, head);
    const committed = await ground.documents.commit([...planned.writes, ...links]);
    if (committed.ok) {
      return { done: true, updateTimes: committed.updateTimes.slice(0, planned.writes.length) };
    }
  }
  return { done: false, why: 'busy' };
}
