/** Which index of `firestore.indexes.json` a query needs: https://firebase.google.com/docs/firestore/query-data/index-overview */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Documents, Query } from '../../bot/store/documents.ts';

const scopeSchema = z.enum(['COLLECTION', 'COLLECTION_GROUP']);
const modeSchema = {
  order: z.enum(['ASCENDING', 'DESCENDING']).optional(),
  arrayConfig: z.literal('CONTAINS').optional(),
};
const indexesSchema = z.strictObject({
  indexes: z.array(
    z.strictObject({
      collectionGroup: z.string(),
      queryScope: scopeSchema,
      fields: z.array(z.strictObject({ fieldPath: z.string(), ...modeSchema })).min(2),
    }),
  ),
  fieldOverrides: z.array(
    z.strictObject({
      collectionGroup: z.string(),
      fieldPath: z.string(),
      ttl: z.boolean().optional(),
      indexes: z.array(z.strictObject({ queryScope: scopeSchema, ...modeSchema })),
    }),
  ),
});
export type Indexes = z.infer<typeof indexesSchema>;
type Mode = 'ASCENDING' | 'DESCENDING' | 'CONTAINS';
interface Field {
  fieldPath: string;
  mode: Mode;
}

/** What is deployed. */
export function readIndexes(): Indexes {
  const path = join(import.meta.dirname, '..', '..', 'firestore.indexes.json');
  return indexesSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** `documents` on which a query that real Firestore would refuse for want of an index fails as well. */
export function indexedDocuments(documents: Documents, indexes: Indexes): Documents {
  return {
    ...documents,
    async query(query) {
      const missing = missingIndex(query, indexes);
      if (missing !== undefined) throw new Error(`firestore.indexes.json lacks an index: ${missing}`);
      return documents.query(query);
    },
  };
}

/** The index that `query` needs and does not have, in words. */
export function missingIndex(query: Query, indexes: Indexes): string | undefined {
  const collectionGroup = query.group ?? query.collection?.split('/').at(-1) ?? '';
  const scope = query.group === undefined ? 'COLLECTION' : 'COLLECTION_GROUP';
  const equal = query.where.filter(([, op]) => op === '==' || op === 'in');
  const equals = equal.map(([fieldPath]): Field => ({ fieldPath, mode: 'ASCENDING' }));
  const others = [...containments(query), ...sorting(query)];
  const fields = [...equals, ...others];
  const isComposite = others.length > 1 || (others.length === 1 && equals.length > 0);
  const missing = isComposite
    ? !hasComposite(indexes, collectionGroup, scope, equals, others)
    : fields.some((field) => !hasSingle(indexes, collectionGroup, scope, field));
  if (!missing) return undefined;
  const told = fields.map(({ fieldPath, mode }) => `${fieldPath} ${mode}`).join(', ');
  return `${collectionGroup} (${scope}): ${told}`;
}

function containments({ where }: Query): Field[] {
  return where
    .filter(([, op]) => op === 'array-contains')
    .map(([fieldPath]) => ({ fieldPath, mode: 'CONTAINS' }));
}

/** The fields that results are sorted by. The name comes last by itself, in the direction before it. */
function sorting({ where, orderBy }: Query): Field[] {
  const sorted = orderBy.map(
    ([fieldPath, direction]): Field => ({
      fieldPath,
      mode: direction === 'asc' ? 'ASCENDING' : 'DESCENDING',
    }),
  );
  const ranges = where.filter(([, op]) => ['<', '<=', '>', '>='].includes(op)).map(([field]) => field);
  const first = ranges[0];
  if (sorted.length === 0 && first !== undefined) return [{ fieldPath: first, mode: 'ASCENDING' }];
  const [last, beforeLast = last] = sorted.toReversed();
  return last?.fieldPath === '__name__' && last.mode === beforeLast?.mode ? sorted.slice(0, -1) : sorted;
}

/**
 * One index, or several that are merged: each answers some of the equalities, and all go on in the same order.
 * @see https://firebase.google.com/docs/firestore/query-data/index-overview#taking_advantage_of_index_merging
 */
function hasComposite(
  { indexes }: Indexes,
  collectionGroup: string,
  scope: string,
  equals: Field[],
  others: Field[],
): boolean {
  const candidates = indexes.filter(
    (index) => index.collectionGroup === collectionGroup && index.queryScope === scope,
  );
  const wanted = equals.map(({ fieldPath }) => fieldPath);
  /** The equalities that an index answers, where it goes on in the order that is wanted. */
  const answeredBy = (index: Indexes['indexes'][number], order: Field[]): string[] => {
    const cut = index.fields.length - others.length;
    const start = index.fields.slice(0, Math.max(0, cut)).map(({ fieldPath }) => fieldPath);
    const isWanted = cut >= 0 && start.every((fieldPath) => wanted.includes(fieldPath));
    return isWanted && isEnd(index.fields.slice(cut), order) ? start : [];
  };
  return [others, others.map(reversed)].some((order) => {
    if (wanted.length === 0) {
      return candidates.some(({ fields }) => fields.length === order.length && isEnd(fields, order));
    }
    const answered = new Set(candidates.flatMap((index) => answeredBy(index, order)));
    return wanted.every((fieldPath) => answered.has(fieldPath));
  });
}

function isEnd(
  fields: { fieldPath: string; order?: string | undefined; arrayConfig?: string | undefined }[],
  wanted: Field[],
): boolean {
  return wanted.every(({ fieldPath, mode }, index) => {
    const field = fields[index];
    return field?.fieldPath === fieldPath && (field.order ?? field.arrayConfig) === mode;
  });
}

function reversed({ fieldPath, mode }: Field): Field {
  if (mode === 'CONTAINS') return { fieldPath, mode };
  return { fieldPath, mode: mode === 'ASCENDING' ? 'DESCENDING' : 'ASCENDING' };
}

/** A field is indexed by itself within its collection, unless it or all fields of the collection are not. */
function hasSingle(
  { fieldOverrides }: Indexes,
  group: string,
  scope: string,
  { fieldPath, mode }: Field,
): boolean {
  if (fieldPath === '__name__') return true;
  const inGroup = fieldOverrides.filter(({ collectionGroup }) => collectionGroup === group);
  const override =
    inGroup.find((each) => each.fieldPath === fieldPath) ?? inGroup.find((each) => each.fieldPath === '*');
  if (override === undefined) return scope === 'COLLECTION';
  return override.indexes.some(
    (each) => each.queryScope === scope && (each.order ?? each.arrayConfig) === mode,
  );
}
