// `npm start`: the whole thing. Without LINE_* it plays itself: the simulator stands in for LINE.
import { randomBytes } from 'node:crypto';
import { AgencyMissing } from '../bot/agency/agencies.ts';
import { DEMO_PASSPHRASE, keepDemoKeys, lockDemoKeys } from '../bot/agency/demo-keys.ts';
import { readAgency } from '../bot/agency/load.ts';
import { seedAgency } from '../bot/agency/seed.ts';
import { newBootstrapCode } from '../bot/config/bootstrap-code.ts';
import { type Config, readConfig } from '../bot/config/config.ts';
import { DamagedSecretKeyError, loadSecretKey } from '../bot/config/secret-key.ts';
import { googleToken } from '../bot/doctor/google-token.ts';
import { createLog } from '../bot/log/log.ts';
import { seedPublished } from '../bot/publish/seed-published.ts';
import { openSecrets } from '../bot/secrets/secrets.ts';
import { type RunningServer, startServer } from '../bot/server.ts';
import { liffLogin } from '../bot/serving.ts';
import { StoreUnavailable } from '../bot/store/documents.ts';
import { openStore, type Store } from '../bot/store/open.ts';
import { storeConfigOf } from '../bot/store-config.ts';
import { khoen } from '../domain/agency/khoen.ts';
import { demoStaff } from '../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../domain/agency/khoen-survey.ts';
import { khoenReport2566 } from '../domain/ita/data/khoen-2566.ts';
import { passphraseGroups } from '../sealing/passphrase.ts';
import { buildPages } from './build-pages.ts';
import { peopleTryOut, startTryOut, type TryOut } from './try-out.ts';

const RECEIPT_SALT_OCTETS = 16;

class NobodyAtGoogle extends Error {
  override name = 'NobodyAtGoogle';
}

const say = (...lines: string[]): void => {
  for (const line of lines) console.log(line);
};

/** What stops the program from starting, in words for whoever starts it; undefined for a bug. */
function explanation(error: unknown, { port, dataDir, agencyId }: Config): string[] | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && error.code === 'EADDRINUSE') {
    return [
      `Port ${port} is taken: stop the other program, or start this one with another PORT.`,
      `พอร์ต ${port} มีโปรแกรมอื่นใช้อยู่ ปิดโปรแกรมนั้น หรือตั้ง PORT เป็นเลขอื่น`,
    ];
  }
  if (error.name === 'StoreLocked') {
    return [
      `The program is running already on ${dataDir}: stop it first, or set another DATA_DIR.`,
      `โปรแกรมเปิดอยู่แล้ว (${dataDir}) ปิดก่อน หรือตั้ง DATA_DIR เป็นที่อื่น`,
    ];
  }
  if (error.name === 'StoreDamaged' || error instanceof DamagedSecretKeyError) return [error.message];
  if (error instanceof NobodyAtGoogle) {
    return [
      'Google gives this program no access: is GOOGLE_APPLICATION_CREDENTIALS the path of a readable key?',
      'Google ไม่ให้โปรแกรมนี้เข้าใช้ ตรวจว่า GOOGLE_APPLICATION_CREDENTIALS ชี้ไปที่ไฟล์กุญแจที่อ่านได้',
    ];
  }
  if (error instanceof StoreUnavailable) return ['The store does not answer. / ติดต่อฐานข้อมูลไม่ได้'];
  if (error instanceof AgencyMissing) {
    return [`There is no agency "${agencyId}" in the store. / ไม่มีหน่วยงาน "${agencyId}" ในฐานข้อมูล`];
  }
  return undefined;
}

/** อบต.เขิน into an empty store; with people to try out with only where nobody's real account is served. */
async function seed(
  { documents }: Store,
  { mode, agencyId, dataDir, publicUrl }: Config,
  secretKey: Uint8Array,
): Promise<void> {
  const agency = khoen(randomBytes(RECEIPT_SALT_OCTETS).toString('base64'));
  if (agency.id !== agencyId) return;
  const demo = mode === 'try-out' ? demoStaff : [];
  const keys = await seedAgency(documents, { agency, survey: khoenSurvey, demo });
  if (keys === undefined || mode !== 'try-out') return;
  await keepDemoKeys(dataDir, keys);
  const secrets = openSecrets(secretKey).forAgency(agencyId);
  await lockDemoKeys({ documents, secrets, agencyId }, keys, Date.now());
  const current = await readAgency(documents, agencyId);
  if (current === undefined) throw new AgencyMissing(`the agency ${agencyId} was only just written`);
  await seedPublished({ documents, current, publicUrl, now: Date.now() }, khoenReport2566);
}

function announce(config: Config, server: RunningServer, code: string, tryOut: TryOut | undefined): void {
  const shown = `${code.slice(0, 5)}-${code.slice(5)}`;
  say('', 'โปร่งใส พร้อมใช้งานแล้ว / Prongsai is running', '');
  if (tryOut !== undefined) {
    say(`  ลองใช้ / try it out     ${tryOut.simulator.url}`);
    say(`  หน้าเว็บ / pages         http://127.0.0.1:${server.port}`);
    say(`  เจ้าหน้าที่ / staff        http://127.0.0.1:${server.port}/staff`);
    say(`  รหัสผ่านกุญแจเรื่องลับ / passphrase of the demo keys   ${passphraseGroups(DEMO_PASSPHRASE).join(' ')}`);
  } else {
    say(`  Webhook                 ${config.publicUrl}/webhook`);
    say(`  หน้าเว็บ / pages         ${config.publicUrl}`);
    say(`  เจ้าหน้าที่ / staff        ${config.publicUrl}/staff`);
  }
  if (server.isUnclaimed) {
    say(`  รหัสผู้ดูแลคนแรก / first admin's code   ${shown}`);
    say('    ส่งรหัสนี้ในแชตกับบอต เพื่อเป็นผู้ดูแล / send it to the bot to become the admin');
  }
  say('', '  หยุด: Ctrl+C / stop: Ctrl+C', '');
}

function stopOn(stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

async function start(config: Config): Promise<void> {
  // Google's library would end the program at the first call, by a trace of its own.
  if (config.store.kind === 'project' && (await googleToken()) === undefined) throw new NobodyAtGoogle();
  await buildPages();
  const secretKey = config.secretKey ?? (await loadSecretKey(config.dataDir));
  const store = await openStore(storeConfigOf(config));
  let tryOut: TryOut | undefined;
  try {
    await seed(store, config, secretKey);
    if (config.mode === 'try-out') tryOut = await startTryOut(config.port);
    const line = config.mode === 'line' ? config.line : tryOut?.line;
    if (line === undefined) throw new Error('a bot needs an account');
    const bootstrapCode = config.bootstrapCode ?? newBootstrapCode();
    const log = createLog(process.stderr);
    const login = config.liff === undefined ? tryOut?.login : liffLogin(config.liff);
    const server = await startServer({ config, secretKey, line, login, store, log, bootstrapCode });
    stopOn(async () => {
      await tryOut?.simulator.close();
      await server.close();
    });
    if (tryOut !== undefined) await peopleTryOut(tryOut, server.current());
    announce(config, server, bootstrapCode, tryOut);
  } catch (error) {
    await tryOut?.simulator.close();
    await store.close();
    throw error;
  }
}

const outcome = readConfig(process.env);
if (!outcome.ok) {
  console.error('The settings are not complete: / การตั้งค่ายังไม่ครบ:');
  for (const problem of outcome.problems) console.error(`  ${problem}`);
  process.exitCode = 1;
} else {
  try {
    await start(outcome.config);
  } catch (error) {
    const lines = explanation(error, outcome.config);
    if (lines === undefined) throw error;
    for (const line of lines) console.error(line);
    process.exitCode = 1;
  }
}
