/** What one commit looks like in the journal, and one document in a snapshot. */
import type { Timestamp } from '@google-cloud/firestore';
import type { DocumentData } from '../documents.ts';
import type { OctetReader, OctetWriter } from './octets.ts';
import { readFields, readTimestamp, writeFields, writeTimestamp } from './values.ts';

/** `data` is the whole document after the commit, or `undefined` where the commit deleted it. */
export interface Change {
  path: string;
  data: DocumentData | undefined;
}

/** Commits are numbered from 1 without a gap; `time` is the update time of every document they changed. */
export interface JournalCommit {
  commit: number;
  time: Timestamp;
  changes: Change[];
}

export interface StoredDocument {
  path: string;
  data: DocumentData;
  updateTime: Timestamp;
}

export function writeCommit(to: OctetWriter, { commit, time, changes }: JournalCommit): void {
  to.count(commit);
  writeTimestamp(to, time);
  to.count(changes.length);
  for (const { path, data } of changes) {
    to.string(path);
    to.byte(data === undefined ? 0 : 1);
    if (data !== undefined) writeFields(to, data);
  }
}

/** @throws {RangeError} where the octets make no sense. */
export function readCommit(from: OctetReader): JournalCommit {
  const commit = from.count();
  const time = readTimestamp(from);
  const changes = Array.from({ length: from.count() }, () => ({
    path: from.string(),
    data: from.byte() === 0 ? undefined : readFields(from),
  }));
  return { commit, time, changes };
}

export function writeDocument(to: OctetWriter, { path, data, updateTime }: StoredDocument): void {
  to.string(path);
  writeTimestamp(to, updateTime);
  writeFields(to, data);
}

/** @throws {RangeError} where the octets make no sense. */
export function readDocument(from: OctetReader): StoredDocument {
  const path = from.string();
  const updateTime = readTimestamp(from);
  return { path, updateTime, data: readFields(from) };
}
