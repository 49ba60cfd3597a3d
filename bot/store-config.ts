import { join } from 'node:path';
import type { Config } from './config/config.ts';
import type { StoreConfig } from './store/open.ts';

/** The store that a configuration chooses, as it is opened. */
export function storeConfigOf({ store, dataDir }: Config): StoreConfig {
  const files = join(dataDir, 'store');
  switch (store.kind) {
    case 'embedded':
      return { dataDir: files };
    case 'emulator':
      return { dataDir: files, emulatorHost: store.host, projectId: store.project };
    case 'project':
      return { dataDir: files, projectId: store.project };
  }
}
