/** What a scene says that somebody did, and of which must stand what they meant, once, when all is over. */
import type { AuditAction } from '../../domain/audit/entry.ts';
import type { Ways } from '../../domain/service/counts.ts';
import type { Identity } from '../../sealing/keys.ts';

/** A deed that the audit must tell so often; `about` as it begins there. */
export interface ClaimedDeed {
  claim: 'deed';
  by: string;
  action: AuditAction;
  about: string;
  note?: string;
  times: number;
}

/** A case that an officer entered for somebody, with what the slip said. */
export interface ClaimedEntry {
  claim: 'entry';
  number: string;
  receipt: string;
  words: string;
  files: number;
}

/** What was done to a case, oldest first, and what its reporter was told in the chat. */
export interface ClaimedWork {
  claim: 'work';
  number: string;
  history: readonly string[];
  told: readonly string[];
}

export interface ClaimedPublic {
  claim: 'public';
  where: 'papers' | 'announcements';
  id: string;
}

/** An announcement that was sent to everybody in LINE, at the cost that was confirmed. */
export interface ClaimedBroadcast {
  claim: 'broadcast';
  id: string;
  messages: number;
}

/** A step of a measure that was ticked off; both are like no other. */
export interface ClaimedStep {
  claim: 'step';
  issueTitle: string;
  step: string;
}

export interface ClaimedCount extends Ways {
  claim: 'count';
  month: string;
  /** How many counts were corrected. */
  former: number;
  service: string;
}

/** Words that a reporter added to the tip behind a receipt, on its page. */
export interface ClaimedAdded {
  claim: 'added';
  receipt: string;
  words: string;
}

/** A form of the counter, all of whose questions were rated alike. */
export interface ClaimedResponse {
  claim: 'response';
  service: string;
  comment: string;
  rating: number;
}

/** A case of which nothing is left. */
export interface ClaimedErased {
  claim: 'erased';
  caseId: string;
}

/** A case that is somebody's by now. */
export interface ClaimedGiven {
  claim: 'given';
  number: string;
  to: string;
}

/** Somebody who is no longer on the staff. */
export interface ClaimedLeft {
  claim: 'left';
  staffId: string;
}

/** A new key that opens every tip that its owner could open before. */
export interface ClaimedResealed {
  claim: 'resealed';
  identity: Identity;
}

export type Claim =
  | ClaimedDeed
  | ClaimedEntry
  | ClaimedWork
  | ClaimedPublic
  | ClaimedBroadcast
  | ClaimedStep
  | ClaimedCount
  | ClaimedAdded
  | ClaimedResponse
  | ClaimedErased
  | ClaimedGiven
  | ClaimedLeft
  | ClaimedResealed;

/** Those of one kind. */
export const claimsOf = <Kind extends Claim['claim']>(
  { claims }: { claims: readonly Claim[] },
  kind: Kind,
): Extract<Claim, { claim: Kind }>[] =>
  claims.filter((one): one is Extract<Claim, { claim: Kind }> => one.claim === kind);
