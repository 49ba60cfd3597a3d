import { describe, expect, test } from 'vitest';
import type { Query } from '../../../bot/store/documents.ts';
import { indexedDocuments, missingIndex, readIndexes } from '../../support/documents-indexes.ts';
import { openTestStore } from '../../support/store.ts';

const indexes = readIndexes();

function missing(query: Partial<Query>): string | undefined {
  return missingIndex({ where: [], orderBy: [], limit: 1, ...query }, indexes);
}

describe('firestore.indexes.json', () => {
  test('lets the sweep find what has expired in all agencies, wherever something expires', () => {
    const expiring = indexes.fieldOverrides.filter(({ ttl }) => ttl === true);
    expect(expiring.map(({ fieldPath }) => fieldPath)).toEqual(expiring.map(() => 'expireAt'));
    const groups = expiring.map(({ collectionGroup }) => collectionGroup);
    expect(groups).toEqual(
      expect.arrayContaining(['sessions', 'limits', 'attachments', 'messages', 'outbox']),
    );
    for (const group of groups) {
      expect(
        missing({ group, where: [['expireAt', '<=', 1]], orderBy: [['expireAt', 'asc']] }),
      ).toBeUndefined();
    }
  });

  test('names no index twice', () => {
    const names = [...indexes.indexes, ...indexes.fieldOverrides].map((each) => JSON.stringify(each));
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    ['sessions', 'body'],
    ['attachments', 'bytes'],
    ['messages', 'sealed'],
    ['routes', 'sealed'],
    ['cases', 'text'],
    ['tallies', 'open'],
    ['published', 'body'],
  ])('indexes no large, encrypted or counter field: %s.%s', (collection, field) => {
    expect(missing({ collection, where: [[field, '==', 1]] })).toBeDefined();
  });

  test('a query by one field needs none of its own, by several in order does', () => {
    expect(missing({ collection: 'a/cases', where: [['joins', '==', 1]] })).toBeUndefined();
    expect(missing({ collection: 'a/staff', where: [['roles', 'array-contains', 'x']] })).toBeUndefined();
    const where: Query['where'] = [['joins', '==', 1]];
    expect(missing({ collection: 'a/cases', where, orderBy: [['due', 'asc']] })).toBe(
      'cases (COLLECTION): joins ASCENDING, due ASCENDING',
    );
    expect(missing({ group: 'cases', where })).toBe('cases (COLLECTION_GROUP): joins ASCENDING');
  });

  test('a composite index serves its own order, and that reversed, but no other', () => {
    const where: Query['where'] = [['status', '==', 'waiting']];
    for (const [direction, isThere] of [
      [[['dueAt', 'asc']], true],
      [[['dueAt', 'desc']], true],
      [[['attempts', 'asc']], false],
      [
        [
          ['dueAt', 'asc'],
          ['__name__', 'asc'],
        ],
        true,
      ],
      [
        [
          ['dueAt', 'asc'],
          ['__name__', 'desc'],
        ],
        false,
      ],
    ] satisfies [Query['orderBy'], boolean][]) {
      const found = missing({ collection: 'agencies/a/outbox', where, orderBy: direction });
      expect(found === undefined, JSON.stringify(direction)).toBe(isThere);
    }
  });

  test('a query without its index fails', async () => {
    const store = await openTestStore();
    const documents = indexedDocuments(store.documents, { indexes: [], fieldOverrides: [] });
    const query: Query = { collection: 'a', where: [['x', '==', 1]], orderBy: [['y', 'asc']], limit: 1 };
    await expect(documents.query(query)).rejects.toThrow('a (COLLECTION): x ASCENDING, y ASCENDING');
    await store.close();
  });
});
