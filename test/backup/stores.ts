import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GeoPoint, Timestamp } from '@google-cloud/firestore';
import { everythingIn } from '../../bot/store/everything.ts';
import { openStore, type Store } from '../../bot/store/open.ts';

/** A directory for embedded stores and files, and everything opened in it. */
export interface Place {
  directory: string;
  open(name: string): Promise<Store>;
  /** All documents of a closed or open store, by path. */
  contents(name: string): Promise<Map<string, unknown>>;
  remove(): Promise<void>;
}

export async function openPlace(): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), 'prongsai-backup-'));
  const stores: Store[] = [];
  return {
    directory,
    async open(name) {
      const store = await openStore({ dataDir: join(directory, name), deadlineMs: 30_000 });
      stores.push(store);
      return store;
    },
    async contents(name) {
      const found = new Map<string, unknown>();
      const everything = await everythingIn(join(directory, name));
      for await (const { path, data } of everything.documents()) found.set(path, data);
      return found;
    },
    async remove() {
      for (const store of stores) await store.close();
      await rm(directory, { recursive: true });
    },
  };
}

/** A field of every kind that a document may hold. */
export const everyKind = {
  text: 'ไฟถนนดับ 🔦 "หน้าวัด"\n',
  empty: '',
  yes: true,
  nothing: null,
  whole: 12,
  part: -0.5,
  never: Number.NaN,
  zero: -0,
  octets: Buffer.from([0, 1, 254, 255]),
  at: new Timestamp(1_795_000_000, 123_456_000),
  point: new GeoPoint(15.1, 104.3),
  list: ['octets', 'AAEC', ['time'].length, { deep: [Buffer.from('x')] }],
  map: { inner: { more: 'list' }, 'odd name.with/signs': 1 },
};
