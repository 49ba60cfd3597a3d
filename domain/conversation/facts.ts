import type { Invitation, Staff } from '../agency/staff.ts';
import type { AnnouncementEntry } from '../announcements/register.ts';
import type { Case, CaseMessage } from '../case/case.ts';
import type { CaseStatus } from '../case/status.ts';
import type { PaperEntry } from '../papers/register.ts';
import type { Known } from '../questions/match.ts';

/** A case with its id, its latest words to and from the reporter (oldest first), and the cases joined to it. */
export interface CaseView {
  id: string;
  case: Case;
  /** Whether it is kept, encrypted, who asked to be told of it. */
  isRecorded: boolean;
  thread: CaseMessage[];
  joined: { id: string; status: CaseStatus }[];
  /** The ISO day in whose night it goes, because its reporter asked for it. */
  erasing?: string;
}

/** What a receipt opened. `paused`: too many wrong ones this hour, nothing was looked up. */
export type Lookup =
  | { found: 'case'; view: CaseView }
  | { found: 'tip'; caseId: string; status: CaseStatus; erasing?: string }
  | { found: 'nothing' }
  | { found: 'paused' };

/** A public paper that fits what somebody asked for. */
export type PaperFound = Pick<PaperEntry, 'id' | 'title' | 'kind' | 'fiscalYear' | 'source'>;

/** So many papers are offered in one answer. */
export const PAPERS_IN_CHAT = 3;

/** Whether tips can be taken in this chat now, and which offices would leave nobody to read. */
export type TipDoor =
  | { open: true; unreadable: string[] }
  | { open: false; why: 'nobody_reads' | 'chat_mode' };

/**
 * What a step may ask of the store before it decides. Each is answered by one entry of {@link Facts}; the
 * step is then run again from the start with the answers so far.
 */
export type Want =
  | { want: 'lookup'; receipt: string }
  | { want: 'similar'; category: string; place: string }
  | { want: 'mine' }
  | { want: 'tipDoor' }
  | { want: 'limits' }
  | { want: 'number' }
  | { want: 'staff' }
  | { want: 'invitation'; code: string }
  | { want: 'case'; caseId: string }
  | { want: 'ownCase'; caseId: string }
  | { want: 'tipThread'; caseId: string; receipt: string }
  | { want: 'answered'; period: string }
  | { want: 'papers'; words: string }
  | { want: 'announcements' }
  | { want: 'known'; words: string };

/** Answers to {@link Want}; a key that is absent has not been asked. `null` says that there is none. */
export interface Facts {
  lookup?: Lookup;
  similar?: { caseId: string; number: string } | null;
  /** Newest first, at most ten. */
  mine?: CaseView[];
  tipDoor?: TipDoor;
  /** Today's confirmed cases and started tips of this sender. */
  limits?: { case: number; tip: number };
  /** The next case number, which the commit takes conditionally. */
  number?: string;
  staff?: Staff | null;
  invitation?: Invitation | null;
  case?: CaseView | null;
  /** A case whose reporter asked to be told in this very chat. */
  ownCase?: CaseView | null;
  /** A tip's thread opened with its reporter's key, oldest first. */
  tipThread?: { from: 'reporter' | 'staff'; text: string }[] | null;
  answered?: boolean;
  /** What fits the words best, at most {@link PAPERS_IN_CHAT}, and how many fit in all. */
  papers?: { best: PaperFound[]; all: number };
  /** All that are public, newest first day first. */
  announcements?: readonly AnnouncementEntry[];
  /** Answered questions that ask what the words ask, best first. */
  known?: readonly Known[];
}
