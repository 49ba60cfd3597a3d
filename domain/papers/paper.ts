import { z } from 'zod';
import { draftMarks, issueMarks } from '../approval/standing.ts';
import { Withdrawal } from '../evidence/evidence.ts';
import { ItemKey } from '../ita/framework.ts';
import { day, type Fault, faultsBySchema, line, webUrl } from '../staff/fields.ts';
import { WebAddress } from '../words/web-address.ts';

/** What kind of paper it is; `regulation` is a ข้อบัญญัติ. */
export const PaperKind = z.enum([
  'manual',
  'regulation',
  'form',
  'plan',
  'budget',
  'procurement',
  'staff_rules',
  'report',
  'order',
  'other',
]);
export type PaperKind = z.infer<typeof PaperKind>;

/** The longest title, in UTF-16 units. */
export const TITLE_MOST = 200;
const LINK_MOST = 500;

/** 5 MiB, in parts of half a MiB: a document of the store holds at most one MiB, a slow phone one part in time. */
export const FILE_MOST = 5 * 1024 * 1024;
export const PART_OCTETS = 512 * 1024;
export const partsOf = (octets: number): number => Math.ceil(octets / PART_OCTETS);

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const PaperId = z.string().regex(/^[0-9a-f]{24}$/);

/** Whether a file's words were taken out: `none` where it holds none (a scan), `unread` where it took too long. */
export const TextState = z.enum(['read', 'none', 'unread']);
export type TextState = z.infer<typeof TextState>;

/** A PDF as it was checked. `pages` is unknown where it could not be read in time. */
export const PaperFile = z.object({
  sha256: Sha256,
  octets: z.int().min(1).max(FILE_MOST),
  pages: z.int().min(1).optional(),
  text: TextState,
  /** Whether scripts stand in it: they run nowhere on this site, and a reader's own program may ask. */
  scripts: z.boolean(),
});
export type PaperFile = z.infer<typeof PaperFile>;

export const PaperSource = z.discriminatedUnion('type', [
  z.object({ type: z.literal('link'), url: WebAddress }),
  PaperFile.extend({ type: z.literal('file') }),
]);
export type PaperSource = z.infer<typeof PaperSource>;

const about = {
  title: line(TITLE_MOST),
  kind: PaperKind,
  item: ItemKey.optional(),
  fiscalYear: z.int('bad_number').min(2540, 'bad_number').max(2640, 'bad_number'),
  unit: z.string().max(40).optional(),
  /** The day that stands on the paper. */
  day,
};

/** What somebody wants published: of a file only which one, because it was sent before. */
export const PaperProposal = z.object({
  ...about,
  source: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('link'),
      url: webUrl.refine((url) => url.length <= LINK_MOST, 'too_long'),
    }),
    z.object({ type: z.literal('file'), sha256: z.string('empty').regex(/^[0-9a-f]{64}$/, 'empty') }),
  ]),
});
export type PaperProposal = z.infer<typeof PaperProposal>;

export const paperFaults = (value: unknown): Fault[] => faultsBySchema(PaperProposal, value);

const PaperMatter = z.object({ ...about, source: PaperSource });
export type PaperMatter = z.infer<typeof PaperMatter>;

/** One version as it was approved; never changed. */
export const PaperIssue = PaperMatter.extend(issueMarks);
export type PaperIssue = z.infer<typeof PaperIssue>;

/** A version that waits for somebody to approve it, or was given back. */
export const PaperDraft = PaperMatter.extend(draftMarks);
export type PaperDraft = z.infer<typeof PaperDraft>;

/** So many versions of one paper are kept. */
export const ISSUES_MOST = 30;

const standing = {
  /** Oldest first. */
  issues: z.array(PaperIssue).max(ISSUES_MOST),
  draft: PaperDraft.optional(),
  withdrawn: Withdrawal.optional(),
};
/** How a paper stands: what was approved, what waits, and whether it was taken down. */
export const PaperStanding = z.object(standing);
export type PaperStanding = z.infer<typeof PaperStanding>;

export const PaperAct = z.enum(['propose', 'cancel', 'return', 'approve', 'withdraw', 'undo']);
export type PaperAct = z.infer<typeof PaperAct>;

/** `papers/{id}`. `last`: what was done last, by which staff id, and how it stood before. */
export const Paper = z.object({
  version: z.literal(1),
  ...standing,
  waiting: z.boolean(),
  at: z.number(),
  last: z.object({ act: PaperAct, by: z.string(), at: z.number(), before: PaperStanding }),
});
export type Paper = z.infer<typeof Paper>;

export const nothing: PaperStanding = { issues: [] };

/** The version that everybody sees; undefined where there is none, or it was taken down. */
export const shownIssue = ({ issues, withdrawn }: PaperStanding): PaperIssue | undefined =>
  withdrawn === undefined ? issues.at(-1) : undefined;

/** The files that a paper holds on to. */
export const filesOf = ({ issues, draft }: PaperStanding): PaperFile[] => {
  const sources = [...issues, ...(draft === undefined ? [] : [draft])].map(({ source }) => source);
  return [...new Map(sources.flatMap((one) => (one.type === 'file' ? [[one.sha256, one]] : []))).values()];
};
