/** {@link Documents} on the Firestore SDK, whichever Firestore is behind it. */
import {
  type DocumentSnapshot,
  FieldPath,
  FieldValue,
  type Firestore,
  type WriteBatch,
} from '@google-cloud/firestore';
import {
  type Committed,
  type DocumentData,
  type Documents,
  FieldChange,
  type Found,
  type Query,
  StoreUnavailable,
  type Write,
} from './documents.ts';
import { boundCalls, codeOf, status, withinDeadline } from './firestore-documents-calls.ts';

const DEADLINE_MS = 1_500;

/** `firestore` must be fresh: its calls are bound to the deadline from here on. */
export function firestoreDocuments(firestore: Firestore, options: { deadlineMs?: number } = {}): Documents {
  const deadlineMs = options.deadlineMs ?? DEADLINE_MS;
  boundCalls(firestore, deadlineMs);

  async function reading<T>(attempt: () => Promise<T>): Promise<T> {
    try {
      return await withinDeadline(deadlineMs, status.unavailable, attempt);
    } catch (cause) {
      throw asUnavailable(cause);
    }
  }

  return {
    async read(path) {
      const reference = firestore.doc(path);
      return foundIn(await reading(() => reference.get()));
    },
    async readMany(paths) {
      if (paths.length === 0) return [];
      const references = paths.map((path) => firestore.doc(path));
      return (await reading(() => firestore.getAll(...references))).map(foundIn);
    },
    async query(query) {
      const asked = sdkQuery(firestore, query);
      const page = await reading(() => asked.get());
      return page.docs.flatMap((snapshot) => foundIn(snapshot) ?? []);
    },
    async commit(writes) {
      if (writes.length === 0) return { ok: true, updateTimes: [] };
      const attempt = attemptOf(firestore, writes);
      try {
        return await withinDeadline(deadlineMs, status.aborted, attempt);
      } catch (error) {
        return refusal(error, writes);
      }
    },
  };
}

/** A batch can be sent only once, so each attempt gets one; the first is made at once, so that bugs throw. */
function attemptOf(firestore: Firestore, writes: readonly Write[]): () => Promise<Committed> {
  let next: WriteBatch | undefined = batchOf(firestore, writes);
  return async () => {
    const batch = next ?? batchOf(firestore, writes);
    next = undefined;
    const results = await withoutTrace(() => batch.commit());
    return { ok: true, updateTimes: results.map((result) => result.writeTime) };
  };
}

/** The SDK takes a stack trace of each commit for errors of it, which cost a sixth of one, and which nothing reads. */
function withoutTrace<T>(call: () => Promise<T>): Promise<T> {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return call();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function batchOf(firestore: Firestore, writes: readonly Write[]): WriteBatch {
  const batch = firestore.batch();
  for (const write of writes) addTo(batch, firestore, write);
  return batch;
}

function addTo(batch: WriteBatch, firestore: Firestore, write: Write): void {
  const reference = firestore.doc(write.path);
  switch (write.op) {
    case 'create':
      batch.create(reference, sdkData(write.data));
      break;
    case 'set':
      batch.set(reference, sdkData(write.data));
      break;
    case 'merge':
      batch.set(reference, sdkData(write.data), { merge: true });
      break;
    case 'update':
      if (write.ifUpdatedAt === undefined) batch.update(reference, sdkData(write.data));
      else batch.update(reference, sdkData(write.data), { lastUpdateTime: write.ifUpdatedAt });
      break;
    case 'delete':
      if (write.ifUpdatedAt === undefined) batch.delete(reference);
      else batch.delete(reference, { lastUpdateTime: write.ifUpdatedAt });
      break;
  }
}

function sdkData(data: DocumentData): DocumentData {
  return Object.fromEntries(Object.entries(data).map(([field, value]) => [field, sdkValue(value)]));
}

function sdkValue(value: unknown): unknown {
  if (value instanceof FieldChange) {
    return value.add === undefined ? FieldValue.delete() : FieldValue.increment(value.add);
  }
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(sdkValue);
  return isMap(value) ? sdkData(value) : value;
}

function isMap(value: unknown): value is DocumentData {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function foundIn(snapshot: DocumentSnapshot): Found | undefined {
  const data = snapshot.data();
  if (data === undefined || snapshot.updateTime === undefined) return undefined;
  return { path: snapshot.ref.path, id: snapshot.id, data, updateTime: snapshot.updateTime };
}

function sdkQuery(firestore: Firestore, query: Query) {
  let asked = source(firestore, query).limit(query.limit);
  for (const [field, op, value] of query.where) asked = asked.where(fieldOf(field), op, value);
  for (const [field, direction] of query.orderBy) asked = asked.orderBy(fieldOf(field), direction);
  return query.startAfter === undefined ? asked : asked.startAfter(...query.startAfter);
}

function source(firestore: Firestore, query: Query) {
  if (query.collection !== undefined && query.group === undefined) {
    return firestore.collection(query.collection).limit(query.limit);
  }
  if (query.group !== undefined && query.collection === undefined) {
    return firestore.collectionGroup(query.group).limit(query.limit);
  }
  throw new TypeError('a query names a collection or a group');
}

function fieldOf(field: string): string | FieldPath {
  return field === '__name__' ? FieldPath.documentId() : field;
}

/** A conditional write of a missing document is refused with either status, depending on the Firestore. */
function refusal(error: unknown, writes: readonly Write[]): Committed {
  switch (codeOf(error)) {
    case status.alreadyExists:
      return { ok: false, why: 'exists' };
    case status.failedPrecondition:
      return { ok: false, why: 'changed' };
    case status.notFound:
      return { ok: false, why: writes.some(isPlainUpdate) ? 'missing' : 'changed' };
    default:
      throw asUnavailable(error);
  }
}

function isPlainUpdate(write: Write): boolean {
  return write.op === 'update' && write.ifUpdatedAt === undefined;
}

function asUnavailable(cause: unknown): StoreUnavailable {
  if (cause instanceof StoreUnavailable) return cause;
  return new StoreUnavailable('the store did not carry out the call', { cause });
}
