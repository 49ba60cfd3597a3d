// `npm run restore -- FILE --key KEYFILE [--into-non-empty]`: puts a backup back into the store that is configured.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { collectionNames } from '../bot/backup/collections.ts';
import { BackupRefused } from '../bot/backup/read-backup.ts';
import { type Restored, restoreBackup } from '../bot/backup/restore.ts';
import { type Config, readConfig } from '../bot/config/config.ts';
import { loadSecretKey } from '../bot/config/secret-key.ts';
import { openSecrets } from '../bot/secrets/secrets.ts';
import { everythingIn, everythingOf } from '../bot/store/everything.ts';
import { openStore } from '../bot/store/open.ts';
import { storeConfigOf } from '../bot/store-config.ts';
import { Identity } from '../sealing/keys.ts';
import { progressBar } from './progress.ts';

const USAGE = ['npm run restore -- FILE.age --key backup-key.txt [--into-non-empty]'];
const CALL_MILLISECONDS = 60_000;

const refused: Record<BackupRefused['why'], string> = {
  not_sealed_to_this_key: 'ไฟล์นี้เปิดด้วยกุญแจนี้ไม่ได้ / the file is not sealed to this key',
  not_a_backup: 'ไฟล์นี้ไม่ใช่ไฟล์สำรองของโปร่งใส / the file is no backup of this program',
  cut_or_altered: 'ไฟล์ไม่ครบหรือถูกแก้ไข / the file is cut short or was altered',
  bad_line: 'มีบรรทัดที่อ่านไม่ได้ / a line cannot be read',
  unknown_collection: 'มีข้อมูลชุดที่โปรแกรมรุ่นนี้ไม่รู้จัก / a line is of a collection that this version does not know',
  counts_differ: 'จำนวนรายการไม่ตรงกับท้ายไฟล์ / the counts differ from those at its end',
};

function refuse(...lines: string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = 1;
}

/** What became of it, in words; the first line of a refusal is Thai. */
function wordsFor(restored: Restored): string[] {
  if (restored.ok) {
    const { documents, head } = restored.summary;
    return [`กู้คืนแล้ว ${documents} รายการ สำรองไว้เมื่อ ${head.at} / ${documents} documents, counted and there`];
  }
  switch (restored.why) {
    case 'not_empty':
      return [
        'ที่เก็บข้อมูลไม่ว่าง ไม่ได้เขียนอะไร ใช้ --into-non-empty หากต้องการเขียนทับ',
        'The store is not empty; nothing was written. With --into-non-empty the backup replaces what it holds.',
      ];
    case 'other_secret_key':
      return [
        'SECRET_KEY ไม่ใช่ตัวเดียวกับตอนที่สำรอง ไม่ได้เขียนอะไร',
        'SECRET_KEY is not the one the backup was made under; nothing was written.',
      ];
    case 'not_all_there':
      return [
        'เขียนแล้วแต่นับได้ไม่ครบ / written, but not all there when counted:',
        JSON.stringify(restored.missing),
      ];
  }
}

function say(restored: Restored): void {
  if (restored.ok) for (const line of wordsFor(restored)) console.log(line);
  else refuse(...wordsFor(restored));
}

async function identityIn(file: string): Promise<Identity | undefined> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line) => Identity.safeParse(line.trim()).data ?? [])[0];
}

async function restore(
  config: Config,
  file: string,
  identity: Identity,
  intoNonEmpty: boolean,
): Promise<Restored> {
  const secrets = openSecrets(config.secretKey ?? (await loadSecretKey(config.dataDir)));
  const where = storeConfigOf(config);
  const store = await openStore({ ...where, deadlineMs: CALL_MILLISECONDS });
  try {
    return await restoreBackup(file, identity, {
      documents: store.documents,
      everything: () =>
        config.store.kind === 'embedded' ? everythingIn(where.dataDir) : everythingOf(store, collectionNames),
      check: (id) => secrets.forAgency(id).backupCheck(),
      intoNonEmpty,
      progress: progressBar('กู้คืน'),
    });
  } finally {
    await store.close();
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { key: { type: 'string' }, 'into-non-empty': { type: 'boolean', default: false } },
});
const [file] = positionals;
const config = readConfig(process.env);
const keyFile = typeof values.key === 'string' ? values.key : undefined;
const identity = keyFile === undefined ? undefined : await identityIn(keyFile);
if (file === undefined || keyFile === undefined) refuse('Usage: / วิธีใช้:', ...USAGE);
else if (identity === undefined) refuse('ไม่พบกุญแจในไฟล์นั้น / there is no age identity in that file');
else if (!config.ok) refuse('The settings are not complete: / การตั้งค่ายังไม่ครบ:', ...config.problems);
else {
  try {
    say(await restore(config.config, file, identity, values['into-non-empty'] === true));
  } catch (error) {
    if (error instanceof BackupRefused) {
      refuse(`${refused[error.why]}${error.line === undefined ? '' : ` (บรรทัด / line ${error.line})`}`);
    } else if (error instanceof Error && error.name === 'StoreLocked') {
      refuse('โปรแกรมเปิดอยู่ ปิดก่อนแล้วสั่งใหม่ / the program is running on this store: stop it first');
    } else throw error;
  }
}
