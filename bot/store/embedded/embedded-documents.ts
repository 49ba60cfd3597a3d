import type { Documents } from '../documents.ts';

/**
 * `documents` with readers who never see what a crash could still take back: an answer goes out when all
 * commits before it are durable.
 */
export function durableReads(documents: Documents, settled: () => Promise<void>): Documents {
  return {
    commit: (writes) => documents.commit(writes),
    async read(path) {
      const found = await documents.read(path);
      await settled();
      return found;
    },
    async readMany(paths) {
      const answers = await documents.readMany(paths);
      await settled();
      return answers;
    },
    async query(query) {
      const page = await documents.query(query);
      await settled();
      return page;
    },
  };
}
