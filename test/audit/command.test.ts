import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { seedAgency } from '../../bot/agency/seed.ts';
import { commitAudited } from '../../bot/audit/commit-audited.ts';
import { auditing, reportAudit } from '../../bot/audit/errand.ts';
import { verifyAudit } from '../../bot/audit/verify.ts';
import { readConfig } from '../../bot/config/config.ts';
import { loadSecretKey } from '../../bot/config/secret-key.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import { openSecrets } from '../../bot/secrets/secrets.ts';
import { answerSpooled } from '../../bot/spool.ts';
import { openStore, type Store } from '../../bot/store/open.ts';
import { storeConfigOf } from '../../bot/store-config.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/audit-verify.ts', import.meta.url));
const paths = pathsOf('khoen');

let dataDir: string;
function configured() {
  const outcome = readConfig({ DATA_DIR: dataDir });
  if (!outcome.ok) throw new Error(outcome.problems.join());
  return storeConfigOf(outcome.config);
}
let store: Store;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'prongsai-verify-'));
  store = await openStore(configured());
  await seedAgency(store.documents, {
    agency: khoen('c2FsdHNhbHRzYWx0c2FsdA=='),
    survey: khoenSurvey,
    demo: demoStaff,
  });
  for (let n = 0; n < 3; n += 1) await does();
});
afterEach(() => rm(dataDir, { recursive: true }));

const ground = async () => {
  const secrets = openSecrets(await loadSecretKey(dataDir)).forAgency('khoen');
  return { agencyId: 'khoen', documents: store.documents, paths, secrets };
};
async function does(): Promise<void> {
  await commitAudited(await ground(), Date.now, async () => ({
    writes: [],
    deeds: [{ by: 'U1', action: 'settings-change', about: 'places' }],
  }));
}

/** What the command says, and how it exits. */
function command(...given: string[]): Promise<{ code: number; said: string }> {
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir };
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, ...given], { env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: `${stdout}${stderr}` }),
    );
  });
}

it('verifies the store of a program that was stopped, and exits with 1 where something was changed', async () => {
  const { code: head = '' } = await verifyAudit(await ground(), []);
  await store.close();
  const whole = await command('--head', head);
  expect(whole).toMatchObject({ code: 0 });
  expect(whole.said).toContain('ไม่พบการแก้');
  expect(await command('--head', 'AAAA-AAAA-AAAA-AAAA-AAAA')).toMatchObject({ code: 1 });
  expect(await command('--head', 'not a code')).toMatchObject({ code: 2 });

  store = await openStore(configured());
  const path = paths.audit(2);
  await store.documents.commit([{ op: 'update', path, data: { at: '2026-11-24T06:00:00.000Z' } }]);
  await store.close();
  const changed = await command();
  expect(changed.code).toBe(1);
  expect(changed.said).toContain('ลำดับที่ 2 ถูกแก้');
});

it('has the running program verify the store that it holds open, with progress', async () => {
  const held = await ground();
  let running = true;
  const serving = (async () => {
    while (running) {
      await answerSpooled(dataDir, auditing, ({ heads }, progress) =>
        reportAudit(held, dataDir, heads, progress),
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  const whole = await command();
  expect(whole).toMatchObject({ code: 0 });
  expect(whole.said).toContain('3 รายการ');
  await store.documents.commit([{ op: 'delete', path: paths.audit(3) }]);
  const cut = await command();
  expect(cut.code).toBe(1);
  expect(cut.said).toContain('ลำดับที่ 3 หายไป');
  running = false;
  await serving;
  await store.close();
});
