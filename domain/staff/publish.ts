import { z } from 'zod';
import type { Staff } from '../agency/staff.ts';
import { Digits } from '../evidence/digits.ts';
import { Approver, Withdrawal } from '../evidence/evidence.ts';
import { EvidenceKey } from '../evidence/keys.ts';
import { Preset } from '../evidence/periods.ts';
import { type Fault, faultsBySchema, words } from './fields.ts';

const year = z.int().min(2500).max(2700);

export const QuestionAnswer = z.object({ question: words(3000), answer: words(3000) });

/** What somebody proposes to publish; of all but questions the matter is what the server has now. */
export const Proposed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('result'), fiscalYear: year }),
  z.object({
    kind: z.literal('evidence'),
    fiscalYear: year,
    key: EvidenceKey,
    preset: Preset,
    digits: Digits.optional(),
  }),
  z.object({ kind: z.literal('measures'), fiscalYear: year }),
  z.object({ kind: z.literal('questions'), questions: z.array(QuestionAnswer).max(100, 'too_many') }),
]);
export type Proposed = z.infer<typeof Proposed>;
export const ProposalKind = z.enum(['result', 'evidence', 'measures', 'questions']);
export type ProposalKind = z.infer<typeof ProposalKind>;

export const proposedFaults = (value: unknown): Fault[] => faultsBySchema(Proposed, value);

export const ProposalState = z.enum(['waiting', 'approved', 'returned', 'cancelled']);
export type ProposalState = z.infer<typeof ProposalState>;

/** A proposal in a list. `address` is where it stands in public. Instants are ISO. */
export const ProposalRow = z.object({
  id: z.string(),
  edition: z.string(),
  kind: ProposalKind,
  fiscalYear: z.int().optional(),
  key: EvidenceKey.optional(),
  /** The official title of a piece of evidence. */
  title: z.string().optional(),
  preset: Preset.optional(),
  by: z.string(),
  isMine: z.boolean(),
  at: z.iso.datetime(),
  state: ProposalState,
  decided: z.object({ by: z.string(), at: z.iso.datetime(), words: z.string().optional() }).optional(),
  address: z.string(),
});
export type ProposalRow = z.infer<typeof ProposalRow>;

const EvidenceRow = z.object({
  fiscalYear: z.int(),
  key: EvidenceKey,
  title: z.string(),
  label: z.string().optional(),
  n: z.int(),
  approvedOn: z.iso.date(),
  approvedBy: z.string(),
  withdrawn: Withdrawal.optional(),
});
export type EvidenceRow = z.infer<typeof EvidenceRow>;

const ResultRow = z.object({
  fiscalYear: z.int(),
  importedOn: z.iso.date().optional(),
  approvedOn: z.iso.date().optional(),
  approvedBy: z.string().optional(),
  withdrawn: Withdrawal.optional(),
});
export type ResultRow = z.infer<typeof ResultRow>;

/** `GET /publish`. `printed`: how the asking person is printed as an approver; absent without a position. */
export const PublishAnswer = z.object({
  fiscalYear: z.int(),
  printed: Approver.optional(),
  waiting: z.array(ProposalRow),
  results: z.array(ResultRow),
  evidence: z.array(EvidenceRow),
  questions: z.array(z.object({ question: z.string(), answer: z.string() })),
});
export type PublishAnswer = z.infer<typeof PublishAnswer>;

/** `GET /proposals`: all of them, newest first. */
export const ProposalsAnswer = z.object({ proposals: z.array(ProposalRow), next: z.string().optional() });
export type ProposalsAnswer = z.infer<typeof ProposalsAnswer>;

/** `GET /proposals/:id` */
export const ProposalAnswer = z.object({ row: ProposalRow, printed: Approver.optional() });
export type ProposalAnswer = z.infer<typeof ProposalAnswer>;

/** `POST /proposals/:id/approval`: `printed` is what the approver saw that they are printed as. */
export const ApprovalBody = z.object({ edition: z.string(), printed: Approver });
export const ReturnBody = z.object({ edition: z.string(), words: words(1000) });
export const WithdrawalBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('evidence'), fiscalYear: year, key: EvidenceKey, because: words(500) }),
  z.object({ kind: z.literal('result'), fiscalYear: year, because: words(500) }),
]);
export type WithdrawalBody = z.infer<typeof WithdrawalBody>;

/** How somebody is printed as an approver: name and position; undefined where no position is known. */
export const printedAs = ({ name, position }: Pick<Staff, 'name' | 'position'>): string | undefined =>
  position === undefined ? undefined : Approver.safeParse(`${name} ${position}`).data;
