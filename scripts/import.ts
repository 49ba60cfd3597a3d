// `npm run import -- FILE [--year 2566] [--choose e10=97.14 …] [--because "เหตุผล"]`: takes a year's ITA result
// from CSV, XLSX or the report's JSON as a draft, after showing all that does not fit together in it.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../bot/config/config.ts';
import { type Choice, choose, readChoice } from '../bot/publish/choose.ts';
import { inconsistencyWords } from '../bot/publish/inconsistency-words.ts';
import { plain } from '../bot/publish/plain.ts';
import { type ReadResult, readResultFile } from '../bot/publish/read-result.ts';
import { YearResult } from '../bot/publish/records.ts';
import { sendJob } from '../bot/publish/send-job.ts';
import { dayOf } from '../domain/calendar/day.ts';

const USAGE = [
  'npm run import -- FILE [--year 2566] [--choose e10=97.14] [--because "เหตุผลที่เลือก"]',
  'FILE: CSV หรือ XLSX ตามแบบใน templates/ หรือ JSON ของรายงาน',
];

interface Asked {
  file: string;
  year: number | undefined;
  choices: Choice[];
  because: string;
}

function refuse(...lines: string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = 1;
}

function readArguments(): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        year: { type: 'string' },
        choose: { type: 'string', multiple: true },
        because: { type: 'string' },
      },
    });
    const [file, ...more] = positionals;
    const { year, because = 'เลือกโดยผู้นำเข้าข้อมูล' } = values;
    const choices = (values.choose ?? []).map(readChoice);
    const read = choices.filter((choice) => choice !== undefined);
    const isYear = year === undefined || /^2[5-6]\d\d$/.test(year);
    if (file === undefined || more.length > 0 || read.length < choices.length || !isYear) return undefined;
    return { file, year: year === undefined ? undefined : Number(year), choices: read, because };
  } catch {
    return undefined;
  }
}

async function octetsOf(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}

async function keep(read: ReadResult, { choices, because }: Asked): Promise<void> {
  const chosen = choose(read, choices, because);
  if (!chosen.ok) return refuse('ไม่ได้บันทึกอะไร:', ...chosen.faults.map((fault) => `  ${fault}`));
  if (chosen.left.length > 0) console.log(`พบสิ่งที่ไม่ลงรอยกัน ${chosen.left.length} จุด:`);
  for (const one of chosen.left) console.log(`  - ${inconsistencyWords(one)}`);
  for (const { code, score, because: why } of chosen.judgements) {
    console.log(`  = ${code} ใช้ค่า ${score} เพราะ ${why}`);
  }
  const config = readConfig(process.env);
  if (!config.ok) return refuse('The settings are not complete: / การตั้งค่ายังไม่ครบ:', ...config.problems);
  const result = YearResult.parse(
    plain({ ...read, judgements: chosen.judgements, importedOn: dayOf(Date.now()) }),
  );
  const { ok, lines } = await sendJob(config.config, { do: 'import', result });
  if (!ok) return refuse(...lines);
  for (const line of lines) console.log(line);
}

const asked = readArguments();
if (asked === undefined) {
  refuse('Usage: / วิธีใช้:', ...USAGE);
} else {
  const octets = await octetsOf(asked.file);
  if (octets === undefined) {
    refuse('เปิดไฟล์ไม่ได้');
  } else {
    const reading = await readResultFile(octets, asked.year);
    if (reading.ok) await keep(reading.read, asked);
    else refuse('ไม่ได้บันทึกอะไร แก้ไฟล์แล้วนำเข้าใหม่:', ...reading.faults.map((fault) => `  ${fault}`));
  }
}
