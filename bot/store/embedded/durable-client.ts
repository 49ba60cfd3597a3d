/** The SDK's ways of writing, made to wait for the journal: `commit` (batches, single writes) and `batchWrite`. */
import type { Timestamp } from '@google-cloud/firestore';
import type { DocumentData } from '../documents.ts';
import { member, method, replaceMethod } from './internals.ts';
import type { Change } from './records.ts';
import { takeOver, type WireWrite } from './wire-values.ts';

interface WriteRequest {
  writes?: WireWrite[];
  transaction?: Uint8Array;
}

interface WriteResponse {
  writeResults: { updateTime?: { seconds: number; nanos: number } }[];
}

interface Current {
  data?: DocumentData | undefined;
  updateTime: Timestamp;
  /** The number of the commit that last changed the document. */
  version: number;
}

export interface Database {
  /** What document names start with. */
  root: string;
  current(path: string): Current;
  /** The number of the last commit, also of one that was refused. */
  version(): number;
  /** Takes what a commit changed, in the order of commits; settles when that and all before is durable. */
  keep(changes: Change[], time: Timestamp): Promise<void>;
  /** Settles when all before is durable. */
  settled(): Promise<void>;
}

const ATOMIC = 0;
const UNIMPLEMENTED = 12;

/**
 * Replaces the two methods of `client`. Both apply a write at once and are asked afterwards what became of
 * it, so that nothing comes between; an answer, also a refusal, goes out when what it rests on is durable.
 */
export function makeDurable(client: unknown, database: Database): void {
  const transactions = member(client, '_transactionManager');
  const apply = method(transactions, 'commit');
  const applyOneByOne = method(client, 'batchWrite');

  async function commit(request: WriteRequest): Promise<unknown[]> {
    if (request.transaction !== undefined) throw noTransactions();
    const paths = pathsIn(request, database.root);
    let response: WriteResponse;
    try {
      response = responseOf(withoutTraces(() => apply(ATOMIC, request)));
    } catch (refusal) {
      await database.settled();
      throw refusal;
    }
    await keepChanges(database, paths, response);
    return [response, undefined, undefined];
  }

  async function batchWrite(request: WriteRequest): Promise<unknown> {
    const paths = pathsIn(request, database.root);
    const answer = applyOneByOne(request);
    await Promise.all([answer, keepChanges(database, paths, undefined)]);
    return answer;
  }

  replaceMethod(client, 'commit', commit);
  replaceMethod(client, 'batchWrite', batchWrite);
}

/**
 * The library tries to freeze octets, which no engine allows, and swallows the error. Its stack trace alone
 * was a fifth of the cost of a commit. A refusal gets the trace of whoever asked from the SDK.
 */
function withoutTraces<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function responseOf(answer: unknown): WriteResponse {
  if (isResponse(answer)) return answer;
  throw new TypeError('the Firestore library answers commits otherwise in this version');
}

function isResponse(answer: unknown): answer is WriteResponse {
  return answer instanceof Object && Array.isArray(Reflect.get(answer, 'writeResults'));
}

/** @throws {TypeError} where a value is of a kind that the journal does not hold. */
function pathsIn({ writes }: WriteRequest, root: string): string[] {
  return (writes ?? []).map((write) => {
    takeOver(write);
    return (write.delete ?? write.update?.name ?? '').slice(root.length);
  });
}

/** Also corrects the time of writes that changed nothing: Firestore answers when the document last changed. */
function keepChanges(
  database: Database,
  paths: string[],
  response: WriteResponse | undefined,
): Promise<void> {
  const version = database.version();
  const changes = new Map<string, Change>();
  let time: Timestamp | undefined;
  for (const [index, path] of paths.entries()) {
    const current = database.current(path);
    if (current.version === version) {
      changes.set(path, { path, data: current.data });
      time = current.updateTime;
    } else {
      const result = response?.writeResults[index];
      if (result !== undefined && current.data !== undefined)
        result.updateTime = wireTime(current.updateTime);
    }
  }
  return time === undefined ? database.settled() : database.keep([...changes.values()], time);
}

function wireTime({ seconds, nanoseconds }: Timestamp): { seconds: number; nanos: number } {
  return { seconds, nanos: nanoseconds };
}

function noTransactions(): Error {
  return Object.assign(new Error('the embedded store takes conditional writes and no transactions'), {
    code: UNIMPLEMENTED,
  });
}
