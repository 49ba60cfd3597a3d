// `npm run publish -- …`: approves an imported ITA result, and builds, approves and withdraws pages of evidence.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../bot/config/config.ts';
import { Job } from '../bot/publish/job.ts';
import { sendJob } from '../bot/publish/send-job.ts';
import { EvidenceKey } from '../domain/evidence/keys.ts';
import { Preset } from '../domain/evidence/periods.ts';

const USAGE = [
  'npm run publish -- approve 2566 --by "ชื่อ ตำแหน่ง"                      อนุมัติผล ITA ที่นำเข้าไว้',
  'npm run publish -- plan 2567                                              นำเข้าแผนมาตรการจากรายงานที่อนุมัติ',
  'npm run publish -- show 2570 complaint_statistics [--preset first-half]   ดูหน้าหลักฐานก่อนอนุมัติ',
  'npm run publish -- evidence 2570 complaint_statistics --by "ชื่อ ตำแหน่ง" [--preset PERIOD] [--digits thai]',
  'npm run publish -- withdraw 2570 complaint_statistics --by "ชื่อ ตำแหน่ง" --because "เหตุผล"',
  'npm run publish -- profile FILE.json                                      ข้อมูลหน่วยงาน ตาม templates/profile.json',
  `ช่วงข้อมูล (PERIOD): ${Preset.options.join(' ')}`,
  `หน้าหลักฐาน: ${EvidenceKey.options.join(' ')}`,
];

function refuse(...lines: string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = 1;
}

async function json(file: string | undefined): Promise<unknown> {
  return file === undefined ? undefined : JSON.parse(await readFile(file, 'utf8'));
}

async function readJob(): Promise<Job | undefined> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      by: { type: 'string' },
      because: { type: 'string' },
      preset: { type: 'string', default: 'previous-year' },
      digits: { type: 'string' },
    },
  });
  const [what, first, key] = positionals;
  const fiscalYear = Number(first);
  const wanted = {
    approve: async () => ({ do: 'approve result', fiscalYear, ...values }),
    plan: async () => ({ do: 'import plan', fiscalYear }),
    show: async () => ({ do: 'show evidence', fiscalYear, key, ...values }),
    evidence: async () => ({ do: 'approve evidence', fiscalYear, key, ...values }),
    withdraw: async () => ({ do: 'withdraw evidence', fiscalYear, key, ...values }),
    profile: async () => ({ do: 'profile', profile: await json(first) }),
  };
  const make = Object.entries(wanted).find(([name]) => name === what)?.[1];
  return make === undefined ? undefined : Job.safeParse(await make()).data;
}

async function jobOrNothing(): Promise<Job | undefined> {
  try {
    return await readJob();
  } catch {
    return undefined;
  }
}

const config = readConfig(process.env);
const job = await jobOrNothing();
if (job === undefined) refuse('Usage: / วิธีใช้:', ...USAGE);
else if (!config.ok) refuse('The settings are not complete: / การตั้งค่ายังไม่ครบ:', ...config.problems);
else {
  const { ok, lines } = await sendJob(config.config, job);
  if (ok) for (const line of lines) console.log(line);
  else refuse(...lines);
}
