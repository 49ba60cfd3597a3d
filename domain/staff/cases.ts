import { z } from 'zod';
import {
  CaseFile,
  CaseMessage,
  Channel,
  OpenKind,
  Outcome,
  Stage,
  Waiting,
  WaitingWhy,
  Where,
} from '../case/case.ts';
import { CaseStatus, Change } from '../case/status.ts';
import { Template } from './templates.ts';
import { typedWords } from './words.ts';

/** Shapes of `/api/staff/cases/*`, for server and browser. Days are ISO days in Asia/Bangkok. */

const id = z.string().min(1).max(60);
const caseId = z.string().regex(/^[0-9a-z]{20}$/);
/** `70-0012`, in Thai digits as well. */
const number = z.string().min(1).max(20);

/** Longest answer or question to a reporter, in UTF-16 units, so that it fits a bubble with its heading. */
export const ANSWER_UNITS = 2000;
/** Longest note for staff, and longest reason. */
export const NOTE_UNITS = 1000;
/** Longest text of a case that is entered for somebody. */
export const ENTRY_UNITS = 20_000;
/** So many cases are on one page. */
export const CASES_PAGE = 25;

/** One of the staff, as colleagues are named to each other. A person who left has no name. */
export const Person = z.object({ handle: z.string(), name: z.string() });
export type Person = z.infer<typeof Person>;

/** Who did something: one of the staff, the reporter, or the system by itself. */
export const By = z.union([Person, z.literal('reporter'), z.literal('system')]);
export type By = z.infer<typeof By>;

export const CaseView = z.enum(['new', 'late', 'mine', 'waiting', 'review', 'erasure', 'all']);
export type CaseView = z.infer<typeof CaseView>;

/** `GET /cases`. With `number` everything else is left aside. `all` has what is done as well, newest first, last. */
export const CaseListQuery = z.object({
  view: CaseView.default('all'),
  kind: OpenKind.optional(),
  category: id.optional(),
  unit: id.optional(),
  status: CaseStatus.optional(),
  place: id.optional(),
  number: number.optional(),
  cursor: z.string().max(400).optional(),
});
export type CaseListQuery = z.infer<typeof CaseListQuery>;

/** A case in a list. `dueIn`: days until it is due, negative where it is late; absent where nothing is owed. */
export const CaseRow = z.object({
  id: caseId,
  /** Sent with every action; it counts up with each change. */
  edition: z.int().min(0),
  number,
  kind: OpenKind,
  status: CaseStatus,
  stage: Stage,
  category: id.optional(),
  place: id.optional(),
  landmark: z.string().optional(),
  unit: id,
  /** The beginning of its text. */
  excerpt: z.string(),
  /** How many photos and voice notes. */
  files: z.int().min(0),
  assignee: Person.optional(),
  channel: Channel,
  received: z.iso.date(),
  due: z.iso.date(),
  dueIn: z.int().optional(),
  waiting: Waiting.pick({ why: true, until: true }).optional(),
  aboutStaff: z.boolean(),
  concerns: id.optional(),
  /** It joins another; so many join it. */
  joins: z.boolean(),
  joined: z.int().min(0),
  review: z.enum(['asked', 'upheld', 'overturned']).optional(),
  /** Its reporter asked that it be deleted; `dueIn` days until that has to be answered, negative where it is late. */
  erasure: z.object({ asked: z.iso.date(), due: z.iso.date(), dueIn: z.int() }).optional(),
  mischief: z.enum(['proposed', 'confirmed']).optional(),
});
export type CaseRow = z.infer<typeof CaseRow>;

/** How many open cases somebody may see: one document, however many there are. */
export const CaseCounts = z.object({
  new: z.int(),
  late: z.int(),
  mine: z.int(),
  waiting: z.int(),
  review: z.int(),
  erasure: z.int(),
  open: z.int(),
});
export type CaseCounts = z.infer<typeof CaseCounts>;

export const CaseList = z.object({
  cases: z.array(CaseRow),
  /** Asks for the next page; absent on the last. */
  next: z.string().optional(),
  counts: CaseCounts,
});
export type CaseList = z.infer<typeof CaseList>;

export const ThreadMessage = CaseMessage.omit({ version: true });
export type ThreadMessage = z.infer<typeof ThreadMessage>;

const happened = { by: By, day: z.iso.date(), at: z.iso.datetime().optional() };
const turned = z.object({ from: id.optional(), to: id.optional() }).optional();

/** What was done to a case, for staff. `sort` gives ids of categories, places and units. */
export const CaseEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('change'),
    ...happened,
    change: Change,
    waiting: Waiting.optional(),
    outcome: Outcome.optional(),
    photo: z.int().optional(),
  }),
  z.object({ kind: z.literal('entered'), ...happened }),
  z.object({ kind: z.enum(['answer', 'ask']), ...happened, message: z.int() }),
  z.object({ kind: z.literal('note'), ...happened, text: z.string() }),
  z.object({ kind: z.literal('assign'), ...happened, to: Person.optional() }),
  z.object({
    kind: z.literal('sort'),
    ...happened,
    category: turned,
    place: turned,
    unit: turned,
    concerns: turned,
  }),
  z.object({ kind: z.enum(['join', 'unjoin']), ...happened, caseId, number }),
  z.object({ kind: z.enum(['mischief proposed', 'mischief withdrawn']), ...happened, note: z.string() }),
  z.object({ kind: z.literal('escalated'), ...happened, to: z.enum(['head', 'palad']) }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;

/** A case beside another about the same thing. */
export const OtherCase = z.object({ id: caseId, number, status: CaseStatus, excerpt: z.string() });
export type OtherCase = z.infer<typeof OtherCase>;

/** What can be done to a case by the one who asks, as it stands. */
export const CaseAct = z.enum([
  'accept',
  'assign',
  'sort',
  'ask',
  'answer',
  'note',
  'start',
  'wait',
  'resume',
  'resolve',
  'refer',
  'decline',
  'review',
  'join',
  'unjoin',
  'erasure-grant',
  'erasure-refuse',
  'mischief-propose',
  'mischief-withdraw',
  'mischief-confirm',
  'mischief-restore',
]);
export type CaseAct = z.infer<typeof CaseAct>;

/** `GET /cases/:caseId`, and the answer of every action on a case. */
export const CaseDetail = CaseRow.extend({
  text: z.string(),
  where: Where,
  /** Oldest first; the latest 200. `earlier`: so many before them are left out. */
  thread: z.array(ThreadMessage),
  history: z.array(CaseEvent),
  earlier: z.object({ thread: z.int(), history: z.int() }),
  attachments: z.array(CaseFile),
  joinsCase: OtherCase.optional(),
  joinedCases: z.array(OtherCase),
  outcome: Outcome.optional(),
  waiting: Waiting.optional(),
  firstAnswered: z.iso.date().optional(),
  resolved: z.iso.date().optional(),
  confirmed: z.boolean(),
  /** Whether its reporter hears of it in the chat; who that is nobody knows. */
  reachable: z.boolean(),
  mischiefOf: z
    .object({ by: Person, day: z.iso.date(), note: z.string(), confirmedBy: Person.optional() })
    .optional(),
  enteredBy: Person.optional(),
  /** Answers to choose from, those of its category first. */
  templates: z.array(Template),
  acts: z.array(CaseAct),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

/** What an action answers instead where the case is now about the unit of whoever acted. */
export const CaseGone = z.object({ gone: z.literal(true) });

/** What `now` holds beside `changed`, `not_now` and `second_person`: the case as it is. */
export const CaseNow = CaseDetail;

/** `GET /case-choices`: what forms about cases choose from. `today` is the server's. */
export const CaseChoices = z.object({
  categories: z.array(z.object({ id, label: z.string(), unit: id, aboutStaff: z.boolean() })),
  units: z.array(z.object({ id, label: z.string() })),
  places: z.array(z.object({ id, label: z.string() })),
  /** Who can be given a case, oneself among them. */
  colleagues: z.array(Person.extend({ unit: id.optional() })),
  me: Person,
  today: z.iso.date(),
  /** The first day that a case can be entered for. */
  entryFrom: z.iso.date(),
});
export type CaseChoices = z.infer<typeof CaseChoices>;

export const CaseParams = z.object({ caseId });
export const FileParams = z.object({ caseId, n: z.coerce.number().int().min(0) });

const edition = z.int().min(0);
const act = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ edition, ...shape });

/** `POST /cases/:caseId/{accept,start,resume,unjoin}`. */
export const PlainBody = act({});
/** `…/assign`: to whom, or to nobody. */
export const AssignBody = act({ to: z.string().max(60).nullable() });
/** `…/sort`: what is named is set; null takes it away. */
export const SortBody = act({
  category: id.optional(),
  place: id.nullable().optional(),
  unit: id.optional(),
  concerns: id.nullable().optional(),
});
/** `…/ask` and `…/answer`: the reporter reads it. */
export const AnswerBody = act({ text: typedWords(ANSWER_UNITS) });
/** `…/note`: staff alone read it. */
export const NoteBody = act({ text: typedWords(NOTE_UNITS) });
/** `…/wait`: the reporter reads why. */
export const WaitBody = act({ why: WaitingWhy, note: typedWords(500, 0), until: z.iso.date() });
/** `…/refer`: to whom, and how they are reached. */
export const ReferBody = act({ to: typedWords(200), contact: typedWords(200) });
/** `…/decline`: why, and what the reporter can do next. */
export const DeclineBody = act({ reason: typedWords(NOTE_UNITS), next: typedWords(NOTE_UNITS) });
/** `…/review`, by an executive: the reporter reads the words. */
export const ReviewBody = act({ decision: z.enum(['uphold', 'overturn']), text: typedWords(ANSWER_UNITS) });
/** `…/erasure`: what becomes of a request for deletion; of a refusal the reporter reads why. */
export const ErasureBody = z.discriminatedUnion('decision', [
  act({ decision: z.literal('grant') }),
  act({ decision: z.literal('refuse'), because: typedWords(NOTE_UNITS) }),
]);
/** `…/join`: the number of the other case. */
export const JoinBody = act({ number });
/** `…/resolve`: what was done, and the photo taken after it, as `…/photos` gave it. */
export const ResolveBody = act({ text: typedWords(ANSWER_UNITS, 0), photo: z.int().min(0).optional() });
/** `…/mischief`. */
export const MischiefBody = act({
  step: z.enum(['propose', 'withdraw', 'confirm', 'restore']),
  note: typedWords(500, 0),
});

/** The answer of `POST /cases/:caseId/photos` and `PUT /entries/:once/photo`, whose body is the picture's octets. */
export const KeptPhoto = z.object({ n: z.int().min(0), sha256: z.string() });
export type KeptPhoto = z.infer<typeof KeptPhoto>;

/** Longest picture, in octets. */
export const PHOTO_OCTETS = 16 * 1024 * 1024;

/** Channels by which somebody can come who does not use this system. */
export const EntryChannel = Channel.extract(['phone', 'paper', 'facebook', 'damrongdhama']);
export type EntryChannel = z.infer<typeof EntryChannel>;

/** Made by the browser once for an entry, so that sending again makes no second case. */
export const Once = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);
export const OnceParams = z.object({ once: Once });

/** `POST /cases`: a case of somebody who came by another way (รับเรื่องแทน). `received` is the true day. */
export const EntryBody = z.strictObject({
  once: Once,
  kind: OpenKind,
  channel: EntryChannel,
  received: z.iso.date(),
  category: id.optional(),
  place: id.optional(),
  landmark: typedWords(200, 0).optional(),
  /** Of a complaint about staff: which unit, where that is known. */
  concerns: id.optional(),
  text: typedWords(ENTRY_UNITS),
  /** The photo of the paper that `PUT /entries/:once/photo` kept. */
  photo: z.int().min(0).optional(),
});
export type EntryBody = z.infer<typeof EntryBody>;

/** What the slip says. The receipt, 16 digits, is in this answer alone; the same entry sent again gets it again. */
export const Entered = z.object({
  id: caseId,
  number,
  receipt: z.string().regex(/^\d{16}$/),
  received: z.iso.date(),
  due: z.iso.date(),
  /** False where it had been entered before. */
  isNew: z.boolean(),
});
export type Entered = z.infer<typeof Entered>;
