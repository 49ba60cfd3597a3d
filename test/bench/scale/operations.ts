import type { Documents, Found } from '../../../bot/store/documents.ts';

/** What Firestore bills: a query that finds nothing and a document that is not there are a read each. */
export interface Operations {
  reads: number;
  writes: number;
  deletes: number;
}

/** Passes everything on and counts what would be billed. */
export function billed(documents: Documents): Documents & { readonly operations: Operations } {
  const operations: Operations = { reads: 0, writes: 0, deletes: 0 };
  const read = <Answer extends readonly (Found | undefined)[]>(answers: Answer): Answer => {
    operations.reads += Math.max(1, answers.length);
    return answers;
  };
  return {
    operations,
    async read(path) {
      operations.reads += 1;
      return documents.read(path);
    },
    readMany: async (paths) => read(await documents.readMany(paths)),
    query: async (query) => read(await documents.query(query)),
    async commit(writes) {
      const committed = await documents.commit(writes);
      if (!committed.ok) return committed;
      const deletes = writes.filter(({ op }) => op === 'delete').length;
      operations.deletes += deletes;
      operations.writes += writes.length - deletes;
      return committed;
    },
  };
}

export const minus = (after: Operations, before: Operations): Operations => ({
  reads: after.reads - before.reads,
  writes: after.writes - before.writes,
  deletes: after.deletes - before.deletes,
});
