/**
 * The in-memory Firestore keeps every version of every document, an empty place for each one that was
 * deleted, each path ever named and each refused commit, and offers no way to let go of them short of
 * clearing everything. Nothing here reads the past, so the past is dropped as it arises.
 */
import { Timestamp } from '@google-cloud/firestore';
import type { DocumentData } from '../documents.ts';
import { listIn, mapIn, member, method } from './internals.ts';
import type { StoredDocument } from './records.ts';

export interface History {
  /** Drops the versions of the document before the current one, and its place where it is gone. */
  drop(path: string): void;
  /** All documents as of now. Their data is frozen: later commits do not show. */
  documents(): StoredDocument[];
}

/** How many changes of documents there are between two clearings of paths and refused commits. */
const CLEARED_EVERY = 4_096;

export function historyOf(accessor: unknown): History {
  const source = member(accessor, '_src');
  const places = mapIn(source, 'docs');
  const collections = mapIn(source, 'cols');
  const clearPaths = method(member(accessor, '_pathCache'), 'flush');
  const clearRefused = method(member(accessor, '_txs'), 'flush');
  let drops = 0;

  function removePlace(path: string): void {
    const place = places.get(path);
    if (path === '' || place === undefined || isNeeded(place)) return;
    for (const collection of setIn(place, '_collections')) collections.delete(pathOf(collection));
    places.delete(path);
    const parentPath = parentOf(path);
    const siblings = mapIn(collections.get(parentPath), '_docs');
    siblings.delete(path);
    if (siblings.size === 0) removeCollection(parentPath);
  }

  function removeCollection(path: string): void {
    const owner = parentOf(path);
    setIn(places.get(owner), '_collections').delete(collections.get(path));
    collections.delete(path);
    removePlace(owner);
  }

  return {
    drop(path) {
      const place = places.get(path);
      if (place !== undefined) listIn(place, '_history').length = 0;
      removePlace(path);
      drops += 1;
      if (drops % CLEARED_EVERY !== 0) return;
      clearPaths();
      clearRefused();
    },
    documents() {
      const documents: StoredDocument[] = [];
      for (const [path, place] of places) {
        if (member(place, 'exists') === true) documents.push(documentAt(String(path), place));
      }
      return documents;
    },
  };
}

function documentAt(path: string, place: unknown): StoredDocument {
  const data = member(place, 'data');
  const updateTime = member(place, 'updateTime');
  if (isMap(data) && updateTime instanceof Timestamp) return { path, data, updateTime };
  throw new TypeError('the Firestore library keeps documents otherwise in this version');
}

function isMap(data: unknown): data is DocumentData {
  return data instanceof Object && !Array.isArray(data);
}

/** Whether there is a document, or one below it. */
function isNeeded(place: unknown): boolean {
  if (member(place, 'exists') === true) return true;
  return [...setIn(place, '_collections')].some((collection) => mapIn(collection, '_docs').size > 0);
}

function setIn(owner: unknown, name: string): Set<unknown> {
  const found = member(owner, name);
  if (found instanceof Set) return found;
  throw new TypeError(`${name} of the Firestore library is no set`);
}

function pathOf(collection: unknown): unknown {
  return member(member(collection, 'pathData'), 'path');
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
