import { z } from 'zod';

export const CaseStatus = z.enum([
  'new',
  'accepted',
  'in_progress',
  'resolved',
  'closed',
  'referred',
  'declined',
]);
export type CaseStatus = z.infer<typeof CaseStatus>;

/**
 * What somebody does to a case, with the states it may be done from and the state it leads to. Some ask more of the
 * case than its status: see `withChange`.
 */
export const changes = {
  accept: { from: ['new'], to: 'accepted' },
  start: { from: ['new', 'accepted'], to: 'in_progress' },
  wait: { from: ['new', 'accepted', 'in_progress'], to: 'in_progress' },
  resume: { from: ['in_progress'], to: 'in_progress' },
  resolve: { from: ['new', 'accepted', 'in_progress'], to: 'resolved' },
  refer: { from: ['new', 'accepted', 'in_progress'], to: 'referred' },
  decline: { from: ['new', 'accepted', 'in_progress'], to: 'declined' },
  confirm: { from: ['resolved'], to: 'closed' },
  expire: { from: ['resolved'], to: 'closed' },
  reopen: { from: ['resolved'], to: 'in_progress' },
  review: { from: ['declined'], to: 'declined' },
  uphold: { from: ['declined'], to: 'declined' },
  overturn: { from: ['declined'], to: 'in_progress' },
  dismiss: { from: ['new', 'accepted', 'in_progress'], to: 'closed' },
  restore: { from: ['closed'], to: 'accepted' },
} as const satisfies Record<string, { from: readonly CaseStatus[]; to: CaseStatus }>;

export type Change = keyof typeof changes;
export const Change = z.enum([
  'accept',
  'start',
  'wait',
  'resume',
  'resolve',
  'refer',
  'decline',
  'confirm',
  'expire',
  'reopen',
  'review',
  'uphold',
  'overturn',
  'dismiss',
  'restore',
]);

/** Statuses in which the agency still owes something. */
export const openStatuses = ['new', 'accepted', 'in_progress'] as const satisfies readonly CaseStatus[];

/** Whether the agency still owes something on a case in this status. */
export const isOpen = (status: CaseStatus): boolean => openStatuses.some((open) => open === status);

/** The status that `change` leads to from `from`, or undefined where it may not be done. */
export function changed(from: CaseStatus, change: Change): CaseStatus | undefined {
  const { from: allowed, to } = changes[change];
  return allowed.some((status) => status === from) ? to : undefined;
}
