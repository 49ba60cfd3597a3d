import { z } from 'zod';
import { AuditAction } from '../audit/entry.ts';

/**
 * Something that was done. `at` is an instant, ISO; `by` a handle, or `system`; `name` is absent for who is no longer
 * on the staff. `isHidden`: a deed with a tip, which only the tip's readers see.
 */
export const AuditRow = z.object({
  at: z.iso.datetime(),
  by: z.string(),
  name: z.string().optional(),
  action: AuditAction,
  about: z.string().optional(),
  note: z.string().optional(),
  isHidden: z.boolean(),
});
export type AuditRow = z.infer<typeof AuditRow>;

/**
 * `GET /audit`: newest first. `next` is where the list goes on. `isBroken`: some of what was read for this page is not
 * as this server wrote it.
 */
export const AuditPage = z.object({
  rows: z.array(AuditRow),
  next: z.string().optional(),
  isBroken: z.boolean(),
});
export type AuditPage = z.infer<typeof AuditPage>;

export const AuditQuery = z.object({ after: z.string().max(400).optional() });

/** `GET /audit/head`: the newest link that is shown, named for paper; `code` is absent where there is none. */
export const AuditHeadAnswer = z.object({ code: z.string().optional(), at: z.iso.datetime() });
export type AuditHeadAnswer = z.infer<typeof AuditHeadAnswer>;
