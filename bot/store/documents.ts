/**
 * The one way to the database: five operations, each atomic by itself, no transactions.
 *
 * An expected refusal (someone was faster, something is there already or gone) is a value. A store that
 * did not answer in time, or could not be reached, throws {@link StoreUnavailable}.
 */
import type { Timestamp } from '@google-cloud/firestore';

/**
 * Field values: null, boolean, number, string, octets (`Uint8Array`), `Timestamp`, arrays and maps of these,
 * but no array directly in an array. A lone surrogate, which Firestore refuses, is kept as U+FFFD.
 */
export type DocumentData = Record<string, unknown>;

export interface Found {
  /** The whole path from the root, as in `agencies/khoen/cases/a1`. */
  readonly path: string;
  readonly id: string;
  /** Octets come back as `Buffer`. The caller owns the object. */
  readonly data: DocumentData;
  /** Changes with every commit that changes the document, and never repeats. */
  readonly updateTime: Timestamp;
}

export type Write =
  /** Refused with `exists` when there is a document already. */
  | { op: 'create'; path: string; data: DocumentData }
  /** Replaces the whole document, or makes it. */
  | { op: 'set'; path: string; data: DocumentData }
  /** Blind merge: makes the document where it is missing, leaves fields that are not named. */
  | { op: 'merge'; path: string; data: DocumentData }
  /**
   * Changes the named fields; keys are field paths (`a.b`). Refused with `missing` where there is no
   * document; with `ifUpdatedAt`, refused with `changed` when it is gone or was changed since.
   */
  | { op: 'update'; path: string; data: DocumentData; ifUpdatedAt?: Timestamp }
  /** Deleting what is not there succeeds, unless `ifUpdatedAt` is given: then `changed`. */
  | { op: 'delete'; path: string; ifUpdatedAt?: Timestamp };

/** `updateTimes` has one entry a write, in order: what `ifUpdatedAt` must name next time. */
export type Committed =
  | { ok: true; updateTimes: Timestamp[] }
  | { ok: false; why: 'exists' | 'changed' | 'missing' };

/** Exactly one of `collection` (a path) and `group` (a collection id, anywhere) is given. */
export interface Query {
  collection?: string;
  group?: string;
  where: [field: string, op: '<' | '<=' | '==' | '>=' | '>' | 'in' | 'array-contains', value: unknown][];
  orderBy: [field: string, direction: 'asc' | 'desc'][];
  limit: number;
  /** Values of the `orderBy` fields of the last document of the page before. */
  startAfter?: unknown[];
}

export interface Documents {
  /** @throws {StoreUnavailable} */
  read(path: string): Promise<Found | undefined>;
  /** One round trip; answers stand in the order of `paths`. @throws {StoreUnavailable} */
  readMany(paths: readonly string[]): Promise<(Found | undefined)[]>;
  /** @throws {StoreUnavailable} */
  query(query: Query): Promise<Found[]>;
  /** All of `writes` or none. @throws {StoreUnavailable} when it is not known which. */
  commit(writes: readonly Write[]): Promise<Committed>;
}

/** The store did not answer in time or could not be reached. A commit may have been applied or not. */
export class StoreUnavailable extends Error {
  /** What a log line says of it; without a cause, its time was over. */
  get code(): string {
    return this.cause === undefined ? 'STORE_LATE' : 'STORE_UNAVAILABLE';
  }

  override readonly name = 'StoreUnavailable';
}

/** A field value that is not a value but a change: see {@link increment} and {@link remove}. */
export class FieldChange {
  /** What to add to the number in the field; `undefined` removes the field. */
  readonly add: number | undefined;
  constructor(add: number | undefined) {
    this.add = add;
  }
}

/** Adds `n` to the number in the field, which counts as 0 where it is missing. */
export function increment(n: number): unknown {
  return new FieldChange(n);
}

/** Removes the field. For `merge` and `update` alone. */
export function remove(): unknown {
  return new FieldChange(undefined);
}
