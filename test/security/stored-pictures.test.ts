import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain as plainRecord } from '../../bot/publish/plain.ts';
import { YearResult } from '../../bot/publish/records.ts';
import { approveResult, saveDraft } from '../../bot/publish/results.ts';
import { staffRoutes } from '../../bot/staff/routes.ts';
import { demoAdminId } from '../../domain/agency/khoen-staff.ts';
import { khoenReport2566 } from '../../domain/ita/data/khoen-2566.ts';
import { rawResultOf } from '../../domain/ita/read-report.ts';
import { expectPixelsOnly } from '../bot/media/jpeg-walk.ts';
import { plain } from '../bot/media/pictures.ts';
import { openStaffStage, type StaffStage } from '../staff/stage.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { type Door, pictureDoors } from './picture-doors.ts';
import { PLANTED, pixelBomb, refusedPictures, telling } from './planted.ts';

const MEBIBYTE = 1024 * 1024;
/** Most that a process may grow by while bombs of 100 MiB and of 12 GiB are sent in. */
const MORE_MEBIBYTES = 400;

let stage: StaffStage;
let bot: TestBot;
let doors: Door[];
beforeAll(async () => {
  stage = await openStaffStage();
  bot = await startTestBot(stage.documents);
  const { judgements } = khoenReport2566;
  const raw = rawResultOf(khoenReport2566);
  const draft = plainRecord({ raw, judgements, report: khoenReport2566, importedOn: '2026-11-20' });
  await saveDraft(stage.documents, 'khoen', YearResult.parse(draft));
  await approveResult(stage.documents, 'khoen', 2566, { approvedOn: '2026-11-20', approvedBy: 'ปลัด อบต.' });
  const { status } = await stage.call(demoAdminId, 'POST', '/measures/plan', { fiscalYear: 2567 });
  expect(status).toBe(200);
  doors = await pictureDoors({ stage, bot, keys: stage.keys });
});
afterAll(async () => {
  await bot.close();
  await stage.close();
});

/** Ways on which octets come in that are no picture of the server's: it cannot read them, or keeps them as they are. */
const OTHER_ROUTES: Readonly<Record<string, string>> = {
  'PUT /tip-drafts/:draft/:n': 'sealed in the browser, which draws photos anew: test/forms/tip-page.test.ts',
  'PUT /paper-files/:sha256/:n': 'a PDF that is published as it is, octet for octet: docs/threat-model.md',
};

/** Every file of the server in which this stands. */
async function holding(pattern: RegExp): Promise<string[]> {
  const root = new URL('../../bot/', import.meta.url);
  const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const found: string[] = [];
  for (const name of names) if (pattern.test(await readFile(new URL(name, root), 'utf8'))) found.push(name);
  return found.sort();
}

describe('every door by which a file reaches the store', () => {
  it('is known here', async () => {
    const taking = staffRoutes.filter(({ octets }) => octets !== undefined);
    const known = [...doors.flatMap(({ route }) => route ?? []), ...Object.keys(OTHER_ROUTES)];
    expect(taking.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(known.sort());
    const reading =
      /express\.(raw|urlencoded|text)\(|multer|busboy|request\.(on\('data'|pipe\()|of request\)/;
    expect(await holding(reading)).toEqual([
      'forms/pages.ts',
      'forms/router.ts',
      'staff/router.ts',
      'webhook/raw-body.ts',
    ]);
    expect(await holding(/\bcleanMedia\(|clean: cleanMedia|\bkeepMedia\(|\bmediaOf\(/)).toEqual([
      'agency/serve-agency.ts',
      'media/clean.ts',
      'records/attachments.ts',
      'records/plan.ts',
      'records/planning.ts',
      'records/tip-parts.ts',
      'staff/keep-photo.ts',
    ]);
  });

  it.each(Object.keys(telling))('keeps of a %s its pixels alone', async (format) => {
    const octets = (await telling[format]?.()) ?? Buffer.alloc(0);
    expect(octets.toString('latin1').split(PLANTED).length).toBeGreaterThan(4);
    for (const door of doors) {
      const came = await door.give(octets);
      if (!('kept' in came)) throw new Error(`${door.name} said: ${came.said}`);
      const kept = Buffer.from(came.kept);
      expect(expectPixelsOnly(kept), door.name).toMatchObject({ width: 640, height: 480 });
      for (const coding of ['latin1', 'utf16le'] as const) {
        expect(kept.includes(Buffer.from(PLANTED, coding)), `${door.name}: ${coding}`).toBe(false);
      }
    }
  });

  it('refuses in words what is large, moving or no picture, in little memory, and takes the next', async () => {
    expect(pixelBomb.length).toBeLessThan(MEBIBYTE);
    const before = process.resourceUsage().maxRSS;
    const next = new Uint8Array(await plain(40, 30).png().toBuffer());
    for (const door of doors) {
      for (const [name, make] of Object.entries(refusedPictures)) {
        const came = await door.give(await make());
        expect([door.name, name, came]).toEqual([
          door.name,
          name,
          { said: expect.stringMatching(/[ก-๙]{4}/) },
        ]);
      }
      await door.give(pixelBomb);
      expect(await door.give(next), door.name).toHaveProperty('kept');
    }
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(MORE_MEBIBYTES);
  });
});
