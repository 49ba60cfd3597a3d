import type { Staff } from '../agency/staff.ts';

/** A key that waits: who made it, and whose it will be; the recovery key has no owner among the staff. */
export interface MadeKey {
  owner: string | undefined;
  madeBy: string;
}

/**
 * Who may confirm a waiting key, by staff id: the other integrity officers who read already; where there are none, the
 * other admins; where there are none of these either, whoever made it, so that an agency of one person can begin.
 */
export function confirmers(
  { owner, madeBy }: MadeKey,
  reading: readonly string[],
  staff: readonly Staff[],
): string[] {
  const others = staff.filter(({ id }) => id !== owner && id !== madeBy);
  const officers = others.filter(({ id, roles }) => roles.includes('integrity') && reading.includes(id));
  const admins = others.filter(({ roles }) => roles.includes('admin'));
  const chosen = [officers, admins].find((group) => group.length > 0);
  return chosen?.map(({ id }) => id) ?? [madeBy];
}

/** Everybody who hears of a key: integrity officers, admins, and whose it is. */
export const keyWatchers = (staff: readonly Staff[]): string[] =>
  staff.filter(({ roles }) => roles.includes('integrity') || roles.includes('admin')).map(({ id }) => id);
