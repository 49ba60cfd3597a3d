import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedAgency } from '../../bot/agency/seed.ts';
import { readResult } from '../../bot/publish/results.ts';
import { openStore } from '../../bot/store/open.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';

const ENTRY = fileURLToPath(new URL('../../scripts/import.ts', import.meta.url));
const MILLISECONDS = 30_000;

let folder: string;
let dataDir: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prongsai-import-'));
  dataDir = join(folder, 'data');
});
afterEach(() => rm(folder, { recursive: true }));

/** `npm run import -- …`, with a data directory of its own. */
const run = (...given: string[]) =>
  new Promise<{ code: number; out: string[]; err: string[] }>((resolve) => {
    const env = { PATH: process.env.PATH, DATA_DIR: dataDir };
    const child = execFile(process.execPath, [ENTRY, ...given], { env }, (_, out, err) =>
      resolve({
        code: child.exitCode ?? -1,
        out: out.trimEnd().split('\n'),
        err: err.trimEnd().split('\n'),
      }),
    );
  });

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

async function withStore<T>(
  use: (documents: Awaited<ReturnType<typeof openStore>>['documents']) => Promise<T>,
) {
  const store = await openStore({ dataDir: join(dataDir, 'store') });
  try {
    return await use(store.documents);
  } finally {
    await store.close();
  }
}

describe('a bad file', () => {
  it.each([
    [
      'rows that cannot be read',
      'รหัส,ชื่อ,คะแนน\nปีงบประมาณ,,2566\no1,โครงสร้าง,100\nx9,ไม่มี,50\no2,,ร้อย\no3,,100.5\no4,,\no5,,99.123\no6,,-1\n',
      [
        'บรรทัด 4: อ่านรหัสไม่ได้ ตัวอย่างที่ใช้ได้: i1, e10, o28, ตัวชี้วัดที่ 9, ภาพรวม, ระดับ, ปีงบประมาณ',
        'บรรทัด 5: คะแนนไม่ใช่ตัวเลข',
        'บรรทัด 6: คะแนนต้องอยู่ระหว่าง 0 ถึง 100',
        'บรรทัด 7: ไม่มีคะแนน',
        'บรรทัด 8: คะแนนมีทศนิยมเกินสองตำแหน่ง',
        'บรรทัด 9: คะแนนต้องอยู่ระหว่าง 0 ถึง 100',
      ],
    ],
    ['no header', 'o1,100\no2,100\n', ['บรรทัด 1: ไม่พบหัวตารางที่มี "รหัส" (หรือ "ตัวชี้วัด") และ "คะแนน"']],
    ['no year', 'รหัส,คะแนน\no1,100\n', ['ไม่รู้ปีงบประมาณ ใส่แถว "ปีงบประมาณ" ในไฟล์ หรือสั่งด้วย --year 2566']],
    ['a quote that is never closed', 'รหัส,คะแนน\no1,"100\no2,100\n', ['บรรทัด 3: อ่านเป็น CSV ไม่ได้']],
    ['nothing', '', ['ไฟล์ว่าง']],
    ['half a workbook', Buffer.from('PK\u0003\u0004 and nothing more'), ['อ่านเป็นไฟล์ Excel (.xlsx) ไม่ได้']],
    [
      'JSON that is no report',
      '{"version":1}',
      ['document: invalid_type', 'reported: invalid_type', 'lines: invalid_type'],
    ],
    ['half of a JSON', '{"version":', ['อ่านเป็น JSON ไม่ได้']],
  ])(
    'with %s is refused, each row with its line and reason, and nothing is written',
    async (_, content, faults) => {
      const { code, out, err } = await run(await put('result.csv', content));
      expect(code).toBe(1);
      expect(out).toEqual(['']);
      expect(err[0]).toBe('ไม่ได้บันทึกอะไร แก้ไฟล์แล้วนำเข้าใหม่:');
      for (const [at, fault] of faults.entries()) {
        expect(err[at + 1]?.startsWith(`  ${fault}`), err[at + 1]).toBe(true);
      }
      expect(existsSync(dataDir)).toBe(false);
    },
    MILLISECONDS,
  );

  it(
    'is not opened, of another year than asked for, or chosen wrongly: nothing is written either',
    async () => {
      const file = await put('result.csv', 'รหัส,คะแนน\nปีงบประมาณ,2566\no1,100\no2,0\no2,100\n');
      const refusals = [
        [[join(folder, 'nowhere.csv')], 'เปิดไฟล์ไม่ได้'],
        [[file, '--year', '2567'], 'ไฟล์เป็นของปี 2566 แต่สั่งให้นำเข้าเป็นปี 2567'],
        [[file, '--choose', 'o2=50'], 'o2 เลือกได้เฉพาะค่าที่มีในไฟล์: 0, 100'],
        [[file, '--choose', 'o1=0'], 'o1 มีค่าเดียวในไฟล์คือ 100 ไม่ต้องเลือก'],
        [[file, '--choose', 'o99=0'], 'o99 ไม่มีในรายการข้อของปี 2566'],
        [[file, '--choose', 'o2'], 'วิธีใช้'],
        [[], 'วิธีใช้'],
      ] as const;
      for (const [given, reason] of refusals) {
        const { code, err } = await run(...given);
        expect(code, reason).toBe(1);
        expect(err.join('\n')).toContain(reason);
      }
      expect(existsSync(dataDir)).toBe(false);
    },
    MILLISECONDS,
  );
});

it(
  'shows everything that does not fit together, and keeps the file as a draft, not as a result',
  async () => {
    const agency = khoen('c2FsdHNhbHRzYWx0c2FsdA==');
    await withStore((documents) => seedAgency(documents, { agency, survey: khoenSurvey, demo: [] }));
    const header = 'รหัส,คะแนน\nปีงบประมาณ,2566\nภาพรวม,99\n';
    const file = await put('result.csv', `${header}o1,100\no2,0\no2,100\n`);
    const { code, out, err } = await run(file);
    expect({ code, err }).toEqual({ code: 0, err: [''] });
    expect(out[0]).toMatch(/^พบสิ่งที่ไม่ลงรอยกัน \d+ จุด:$/);
    expect(out.join('\n')).toContain('o2 มีหลายค่า: 0 (บรรทัด 5) และ 100 (บรรทัด 6)');
    expect(out.join('\n')).toContain('o3 ไม่มีในไฟล์');
    expect(out.at(-2)).toBe('บันทึกผล ITA ปี 2566 เป็นฉบับร่างแล้ว ยังไม่เผยแพร่');
    const record = await withStore((documents) => readResult(documents, 'khoen', 2566));
    expect(
      record?.draft?.raw.lines.filter(({ code: item }) => item === 'o2').map(({ score }) => score),
    ).toEqual([0, 100]);
    expect(record?.draft?.judgements).toEqual([]);
    expect(record?.approved).toBeUndefined();
    expect(await readdir(dataDir)).toContain('store');
  },
  MILLISECONDS,
);
