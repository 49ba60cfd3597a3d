import type { DocumentData, Documents, Found } from '../documents.ts';

/**
 * `documents` with readers who never see what a crash could still take back: an answer goes out when all
 * commits before it are durable. Octets are copied, so that a reader may change what it was given.
 */
export function durableReads(documents: Documents, settled: () => Promise<void>): Documents {
  return {
    commit: (writes) => documents.commit(writes),
    async read(path) {
      const found = await documents.read(path);
      await settled();
      return withOwnOctets(found);
    },
    async readMany(paths) {
      const answers = await documents.readMany(paths);
      await settled();
      return answers.map(withOwnOctets);
    },
    async query(query) {
      const page = await documents.query(query);
      await settled();
      return page.map(withOwnOctets);
    },
  };
}

function withOwnOctets<T extends Found | undefined>(found: T): T {
  if (found !== undefined) copyOctets(found.data);
  return found;
}

/** The SDK makes maps and lists anew for each answer, but hands out the octets of the store itself. */
function copyOctets(holder: DocumentData | unknown[]): void {
  for (const [key, value] of Object.entries(holder)) {
    if (value instanceof Uint8Array) Reflect.set(holder, key, Buffer.from(value));
    else if (Array.isArray(value) || isMap(value)) copyOctets(value);
  }
}

function isMap(value: unknown): value is DocumentData {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
