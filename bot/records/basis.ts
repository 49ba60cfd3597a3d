import type { Timestamp } from '@google-cloud/firestore';
import type { Case, TipCase } from '../../domain/case/case.ts';

/** A document as it was when a fact was read from it; what is built on it is written only if it still is so. */
export interface Read<Record> {
  record: Record;
  at: Timestamp;
}

/**
 * What the facts of one step were read from. Fact readers fill it, planning the commit uses it, so that a
 * decision is carried out only on the documents it was made on.
 */
export interface Basis {
  cases: Map<string, Read<Case>>;
  tips: Map<string, Read<TipCase>>;
  /** The counter of case numbers; `at` is undefined where it does not exist yet. */
  numbers?: { path: string; last: number; at: Timestamp | undefined };
  answered?: { halfKey: Uint8Array; marks: string[]; at: Timestamp | undefined };
  /** Who sent the event, where they work for the agency; `at` is undefined where they do not. */
  staff?: { unit: string | undefined; at: Timestamp | undefined };
  invitation?: { path: string; at: Timestamp } | { bootstrap: true; path: string; at: Timestamp | undefined };
}

export const emptyBasis = (): Basis => ({ cases: new Map(), tips: new Map() });
