import { z } from 'zod';

/** Everything that the audit can say was done: a closed list. */
export const AuditAction = z.enum([
  'sign-in',
  'sign-out',
  'refused',
  'case-change',
  'case-message',
  'case-note',
  'case-assign',
  'case-sort',
  'case-enter',
  'case-join',
  'case-erasure',
  'case-seal',
  'tip-list',
  'tip-open',
  'tip-answer',
  'tip-change',
  'tip-enter',
  'tip-reseal',
  'key-add',
  'key-confirm',
  'key-cancel',
  'key-begin',
  'key-export',
  'recovery-set',
  'recovery-open',
  'staff-join',
  'staff-invite',
  'staff-change',
  'staff-remove',
  'settings-change',
  'submission-change',
  'target-add',
  'target-remove',
  'target-test',
  'alert-again',
  'alert-drop',
  'publish-propose',
  'publish-return',
  'publish-approve',
  'publish-withdraw',
  'announcement-propose',
  'announcement-cancel',
  'announcement-return',
  'announcement-approve',
  'announcement-unapprove',
  'announcement-withdraw',
  'announcement-broadcast',
  'paper-propose',
  'paper-cancel',
  'paper-return',
  'paper-approve',
  'paper-withdraw',
  'paper-undo',
  'channels-checked',
  'carried-over',
  'measures-import',
  'measure-add',
  'measure-change',
  'measure-remove',
  'measure-return',
  'measure-tick',
  'measure-untick',
  'services-counted',
  'comment-chosen',
  'escalated',
  'retention',
  'erased',
]);
export type AuditAction = z.infer<typeof AuditAction>;

/**
 * What somebody did. `by` is a staff id, or `system`; `about` names what it was done to (a case number, a setting's
 * name); `note` holds particulars. Neither holds words of a resident.
 */
export const AuditDeed = z.object({
  by: z.string().min(1),
  action: AuditAction,
  about: z.string().max(120).optional(),
  note: z.string().max(300).optional(),
});
export type AuditDeed = z.infer<typeof AuditDeed>;

/** A deed with a tip: seen by those of its readers whose marks stand here, and by nobody else. */
export const HiddenDeed = AuditDeed.extend({ caseId: z.string(), readers: z.array(z.string()) });
export type HiddenDeed = z.infer<typeof HiddenDeed>;

const octets = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/**
 * `audit/{n}`: one link of the agency's chain. `at` is an instant, ISO. Exactly one of `deed` and `hidden` is there;
 * `hidden` is a {@link HiddenDeed}, encrypted by the server. `mac` covers the entry and the mac before it.
 */
export const AuditEntry = z.object({
  version: z.literal(1),
  n: z.int().min(1),
  at: z.iso.datetime(),
  deed: AuditDeed.optional(),
  hidden: octets.optional(),
  mac: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** `settings/audit`: the newest link; `seal` covers both, so that a chain cut short is noticed. */
export const AuditHead = z.object({
  version: z.literal(1),
  n: z.int().min(0),
  mac: z.string(),
  seal: z.string(),
});
export type AuditHead = z.infer<typeof AuditHead>;
