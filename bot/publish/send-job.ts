import { readAgency } from '../agency/load.ts';
import type { Config } from '../config/config.ts';
import { askRunning } from '../spool.ts';
import { openStore, type Store } from '../store/open.ts';
import { storeConfigOf } from '../store-config.ts';
import type { Job, Outcome } from './job.ts';
import { runJob } from './run-job.ts';
import { publishing } from './spool.ts';

const isLocked = (error: unknown): boolean => error instanceof Error && error.name === 'StoreLocked';

async function runIn(store: Store, { agencyId, publicUrl }: Config, job: Job): Promise<Outcome> {
  const { documents } = store;
  try {
    const current = await readAgency(documents, agencyId);
    if (current === undefined) {
      return { ok: false, lines: [`ไม่มีหน่วยงาน ${agencyId} ในฐานข้อมูล เปิดโปรแกรมด้วย npm start หนึ่งครั้งก่อน`] };
    }
    return await runJob({ documents, current, publicUrl, now: Date.now() }, job);
  } finally {
    await store.close();
  }
}

/**
 * Does a job in the store, or has the program do it that has the embedded store open.
 * @throws StoreUnavailable
 */
export async function sendJob(config: Config, job: Job): Promise<Outcome> {
  let store: Store;
  try {
    store = await openStore(storeConfigOf(config));
  } catch (error) {
    if (!isLocked(error)) throw error;
    const asked = { agencyId: config.agencyId, job };
    return (
      (await askRunning(config.dataDir, publishing, asked)) ?? {
        ok: false,
        lines: ['โปรแกรมที่เปิดอยู่ไม่ตอบ ยังไม่ได้ทำ โปรดลองอีกครั้ง'],
      }
    );
  }
  return runIn(store, config, job);
}
