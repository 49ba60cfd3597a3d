import type { Staff } from '../../../domain/agency/staff.ts';
import type { StaffRefusal } from '../../../domain/staff/refusal.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { announce } from '../keys/news.ts';
import { rewritten } from '../keys/record.ts';
import { readKeys } from '../keys/state.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { hasKeyIn } from './readable.ts';

/** How long the recovery key may be used once it was announced. */
const OPEN_MILLISECONDS = 2 * 3_600_000;

/**
 * Says to everybody concerned that the recovery key is going to be used, by an integrity officer who reads already.
 * It opens only tips that no officer is left to open, and the server gives it no others.
 */
export async function openRecovery({ ground, clock, kick }: StaffParts, by: Staff): Promise<StaffAnswer> {
  const done = await commitAudited<StaffRefusal>(ground, clock, async () => {
    const { staff, readers, recovery } = await readKeys(ground);
    if (recovery.record.current === undefined || !hasKeyIn(readers, by)) return { refuse: 'not_now' };
    const now = clock();
    const until = new Date(now + OPEN_MILLISECONDS).toISOString();
    return {
      writes: [
        rewritten(recovery, { opened: { by: by.id, until } }),
        ...announce(ground, staff, now, { news: 'opened', whose: by.name, but: by.id }),
      ],
      deeds: [{ by: by.id, action: 'recovery-open' }],
    };
  });
  if (!done.done) return { refuse: done.why };
  kick();
  return { json: {} };
}
