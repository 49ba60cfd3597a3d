import { z } from 'zod';
import { ApprovalState, seenDraftMarks } from '../approval/standing.ts';
import { Approver, Withdrawal } from '../evidence/evidence.ts';
import { FILE_MOST, PaperAct, PaperFile, PaperId, PaperIssue, PaperKind, Sha256 } from '../papers/paper.ts';
import { words } from './fields.ts';

/** A paper in the console's list: its draft where one waits, else what is public. Instants are ISO. */
export const PaperRow = z.object({
  id: PaperId,
  title: z.string(),
  kind: PaperKind,
  fiscalYear: z.int(),
  state: ApprovalState,
  /** Whether a version is public while another waits. */
  isPublic: z.boolean(),
  at: z.iso.datetime(),
});
export type PaperRow = z.infer<typeof PaperRow>;

/** `GET /papers`. */
export const PapersAnswer = z.object({ papers: z.array(PaperRow), next: z.string().optional() });
export type PapersAnswer = z.infer<typeof PapersAnswer>;

const Draft = PaperIssue.omit({ n: true, approvedOn: true, approvedBy: true }).extend(seenDraftMarks);

/**
 * `GET /papers/:id`, and the answer to every change. `undo`: what the asking person did last and can still take back;
 * `printed`: how they are printed as an approver.
 */
export const PaperAnswer = z.object({
  id: PaperId,
  edition: z.string(),
  state: ApprovalState,
  issues: z.array(PaperIssue),
  draft: Draft.optional(),
  withdrawn: Withdrawal.optional(),
  undo: PaperAct.optional(),
  printed: Approver.optional(),
});
export type PaperAnswer = z.infer<typeof PaperAnswer>;

/** `PUT /papers/:id/draft`: without an edition for a new paper, whose id the page chooses. */
export const DraftBody = z.object({ edition: z.string().max(40).optional(), paper: z.unknown() });
export const EditionBody = z.object({ edition: z.string().max(40) });
export const PaperApprovalBody = EditionBody.extend({ printed: Approver });
export const PaperReturnBody = EditionBody.extend({ words: words(1000) });
export const PaperWithdrawalBody = EditionBody.extend({ because: words(500) });

/** `POST /paper-files`: a file is about to be sent. */
export const FileBody = z.object({ sha256: Sha256, octets: z.int().min(1).max(FILE_MOST) });
/** Either it is kept already, or these parts of it are still to be sent. */
export const FileAnswer = z.discriminatedUnion('kept', [
  z.object({ kept: z.literal(true), file: PaperFile }),
  z.object({ kept: z.literal(false), missing: z.array(z.int()) }),
]);
export type FileAnswer = z.infer<typeof FileAnswer>;
export const PartAnswer = z.object({ kept: z.literal(true) });
/** `POST /paper-files/:sha256/check` */
export const CheckBody = FileBody.pick({ octets: true });
