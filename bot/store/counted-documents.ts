import type { Documents } from './documents.ts';

/** What a store was asked, for measurements. `documentsRead` counts answers found, also those of queries. */
export interface Counts {
  reads: number;
  queries: number;
  documentsRead: number;
  commits: number;
  documentsWritten: number;
}

/** Passes everything on to `documents` and counts it. A refused commit counts as a commit that wrote nothing. */
export function countedDocuments(documents: Documents): Documents & { readonly counts: Counts } {
  const counts: Counts = { reads: 0, queries: 0, documentsRead: 0, commits: 0, documentsWritten: 0 };
  return {
    counts,
    async read(path) {
      counts.reads += 1;
      const found = await documents.read(path);
      counts.documentsRead += found === undefined ? 0 : 1;
      return found;
    },
    async readMany(paths) {
      counts.reads += 1;
      const answers = await documents.readMany(paths);
      counts.documentsRead += answers.filter((found) => found !== undefined).length;
      return answers;
    },
    async query(query) {
      counts.queries += 1;
      const page = await documents.query(query);
      counts.documentsRead += page.length;
      return page;
    },
    async commit(writes) {
      counts.commits += 1;
      const committed = await documents.commit(writes);
      counts.documentsWritten += committed.ok ? writes.length : 0;
      return committed;
    },
  };
}
