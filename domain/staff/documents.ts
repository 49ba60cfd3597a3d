import { z } from 'zod';
import { Channel, OpenKind } from '../case/case.ts';
import { CaseStatus } from '../case/status.ts';
import { ListName } from '../documents/names.ts';
import { Content, EvidencePeriod } from '../evidence/content.ts';
import { Digits } from '../evidence/digits.ts';
import { EvidenceKey } from '../evidence/keys.ts';
import { Preset } from '../evidence/periods.ts';

/** Shapes of what the office prints for itself, for server and browser. Days are ISO days. */

const year = z.coerce.number().int().min(2500).max(2700);

/** `GET /documents/:key`: a document as it stands now, whether or not it is public. */
export const DocumentParams = z.object({ key: EvidenceKey });
export const DocumentQuery = z.object({ year, preset: Preset, digits: Digits });

export const DocumentAnswer = z.object({
  title: z.string(),
  /** `o28 (ปี 2566)`; absent where the year gives it no number of its own. */
  label: z.string().optional(),
  content: Content,
});
export type DocumentAnswer = z.infer<typeof DocumentAnswer>;

/** `GET /register`: the cases that came in a period, in the order in which they came, a page at a time. */
export const RegisterQuery = z.object({ year, preset: Preset, cursor: z.string().max(400).optional() });
export type RegisterQuery = z.infer<typeof RegisterQuery>;

/** So many cases are on one page of the register. */
export const REGISTER_PAGE = 200;

/**
 * A case in the register: no words of its reporter, and nothing that says who they are. `days` and `workingDays`: how
 * many after the one on which it came it was first answered.
 */
export const RegisterRow = z.object({
  number: z.string(),
  kind: OpenKind,
  received: z.iso.date(),
  channel: Channel,
  category: z.string().optional(),
  place: z.string().optional(),
  unit: z.string(),
  due: z.iso.date(),
  answered: z.object({ day: z.iso.date(), days: z.int().min(0), workingDays: z.int().min(0) }).optional(),
  resolved: z.iso.date().optional(),
  status: CaseStatus,
  /** Work waits until this day. */
  waitsUntil: z.iso.date().optional(),
  /** Where it was sent on to. */
  to: z.string().optional(),
  mischief: z.boolean(),
});
export type RegisterRow = z.infer<typeof RegisterRow>;

export const RegisterAnswer = z.object({
  period: EvidencePeriod,
  /** Within how many days after it came a case is first answered, as the agency set it. */
  firstAnswerDays: z.int(),
  rows: z.array(RegisterRow),
  /** Asks for the next page; absent on the last. */
  next: z.string().optional(),
});
export type RegisterAnswer = z.infer<typeof RegisterAnswer>;

const file = {
  format: z.enum(['xlsx', 'csv']),
  /** The id of the table that a CSV is of; the first one where nothing is said. */
  table: z.string().max(60).optional(),
};
/** `GET /documents/:key/file` and `GET /register/file`: the same as a file. */
export const DocumentFileQuery = DocumentQuery.extend(file);
export type DocumentFileQuery = z.infer<typeof DocumentFileQuery>;
export const ListFileQuery = DocumentQuery.extend(file).extend({ what: ListName });
