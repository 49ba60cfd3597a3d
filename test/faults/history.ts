import { join } from 'node:path';
import type { DocumentData } from '../../bot/store/documents.ts';
import { readJournal } from '../../bot/store/embedded/read-journal.ts';

/** One document as one commit left it; `data` is undefined where the commit deleted it. */
export interface Version {
  commit: number;
  path: string;
  data: DocumentData | undefined;
}

/** All that was ever committed, and what stands at the end, with the commit that wrote it last. */
export interface History {
  versions: Version[];
  last: Map<string, { commit: number; data: DocumentData }>;
}

/** Reads every document version that the embedded store's files hold, also of a store that is open. */
export async function readHistory(dataDir: string): Promise<History> {
  const versions: Version[] = [];
  const last: History['last'] = new Map();
  for await (const { commit, changes } of readJournal(join(dataDir, 'store'))) {
    for (const { path, data } of changes) {
      versions.push({ commit, path, data });
      if (data === undefined) last.delete(path);
      else last.set(path, { commit, data });
    }
  }
  return { versions, last };
}

/** What stands at the end in one collection, by id. */
export const standing = ({ last }: History, collection: string): Map<string, DocumentData> => {
  const prefix = `agencies/khoen/${collection}/`;
  return new Map(
    [...last].flatMap(([path, { data }]): [string, DocumentData][] =>
      path.startsWith(prefix) && !path.slice(prefix.length).includes('/')
        ? [[path.slice(prefix.length), data]]
        : [],
    ),
  );
};
