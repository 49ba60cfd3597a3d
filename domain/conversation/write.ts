import type { PersonInvitation, Staff } from '../agency/staff.ts';
import type { OpenKind, Where } from '../case/case.ts';
import type { Change } from '../case/status.ts';
import type { OutboxEntry } from '../outbox/entry.ts';
import type { Response } from '../survey/survey.ts';

/** How the words of a tip are sealed: to every reader outside `office`, and to the reporter behind `receipt`. */
export interface Sealing {
  caseId: string;
  receipt: string;
  office: string;
}

/** The changes that are made in the chat: by staff the first three, by the reporter the others. */
export type ChatChange = Extract<Change, 'accept' | 'start' | 'resolve' | 'confirm' | 'reopen' | 'review'>;

/** What is counted against a sender: confirmed cases and started tips by day, wrong receipts by hour. */
export type LimitKind = 'case' | 'tip' | 'miss';

/**
 * What a step wants done to the store. A step's writes, its session and its outbox entries are one commit.
 * Attachments of a draft not yet sorted are `held`: encrypted for this resident alone, until it is known
 * whether they belong to an open case or to a tip.
 */
export type Write =
  | { write: 'hold media'; caseId: string; n: number; kind: 'photo' | 'voice' }
  | { write: 'release held'; caseId: string; n: number }
  | { write: 'seal held'; from: string; n: number; sealing: Sealing; as: number }
  | { write: 'keep media'; caseId: string; n: number; kind: 'photo' | 'voice' }
  | { write: 'drop media'; caseId: string; n: number }
  | { write: 'seal text'; sealing: Sealing; n: number; text: string }
  | { write: 'seal photo'; sealing: Sealing; n: number }
  | { write: 'drop parts'; caseId: string; ns: number[] }
  | {
      write: 'open case';
      caseId: string;
      kind: OpenKind;
      number: string;
      category: string | undefined;
      where: Where;
      text: string;
      media: number[];
      unit: string;
      /** Of a complaint about staff: the unit, where the reporter knows it. */
      concerns: string | undefined;
      assignee: string | undefined;
      received: string;
      due: string;
      joins: string | undefined;
      receipt: string;
      route: boolean;
    }
  | {
      write: 'open tip';
      sealing: Sealing;
      kind: string;
      parts: number[];
      received: string;
      listedFrom: string;
      name: string;
    }
  | {
      write: 'case message';
      caseId: string;
      from: 'reporter' | 'staff';
      text: string;
      day: string;
      wantsErasure?: true;
    }
  | { write: 'tip message'; caseId: string; receipt: string; text: string }
  | { write: 'erase case'; caseId: string; from: string }
  | { write: 'keep case'; caseId: string }
  | { write: 'change case'; caseId: string; change: ChatChange; assignee?: string; day: string }
  | { write: 'response'; response: Response; period: string }
  | { write: 'tally'; key: string; counts: Record<string, number> }
  | { write: 'limit'; kind: LimitKind; by: 1 | -1 }
  | { write: 'join staff'; code: string; invitation: PersonInvitation; person: Omit<Staff, 'id'> }
  | { write: 'add target'; groupId: string; label: string; code: string }
  | { write: 'outbox'; entry: OutboxEntry };
