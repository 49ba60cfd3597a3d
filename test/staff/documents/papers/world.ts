import type { Browser, Page } from 'playwright-core';
import { noteCountedSince } from '../../../../bot/publish/counted-since.ts';
import { demoStaff } from '../../../../domain/agency/khoen-staff.ts';
import type { EvidenceKey } from '../../../../domain/evidence/keys.ts';
import type { Preset } from '../../../../domain/evidence/periods.ts';
import { launchBrowser } from '../../../browser/launch.ts';
import { print } from '../../../support/pdf.ts';
import { openStaffStage, type StaffStage } from '../../stage.ts';
import { openDesk } from '../desk.ts';
import { openYear } from '../play.ts';
import { approvesPaper, officeHappenings, settlesYear } from '../play-office.ts';
import { type Paper, paperOf } from './paper.ts';

/** The day on which the papers of fiscal year 2569 are made. */
export const MADE_ON = '2026-10-05';

/** Two years of an office, played; a browser to print its papers in. */
export interface World {
  stage: StaffStage;
  /** Where its pages are. */
  url: string;
  /** A paper in Thai digits, proposed and approved, as the public prints it. */
  publicPaper(key: EvidenceKey, preset: Preset, fiscalYear?: number): Promise<Paper>;
  /** What somebody signed in prints of a place of the console such as `#/documents`, once `ready` is there. */
  ownPaper(place: string, ready: string, name: string): Promise<Paper>;
  close(): Promise<void>;
}

async function signsIn(browser: Browser, url: string, staffId: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'th-TH' });
  const page = await context.newPage();
  await page.goto(`${url}/staff`);
  await page.getByRole('button', { name: 'เข้าสู่ระบบ (ทดลอง)' }).click();
  await page.getByRole('link', { name: demoStaff.find(({ id }) => id === staffId)?.name ?? staffId }).click();
  await page.getByRole('navigation').first().waitFor();
  return page;
}

/** Plays everything up to the day on which the papers are made. @param staffId whose console prints */
export async function openWorld(staffId: string): Promise<World> {
  const stage = await openStaffStage(Date.parse('2024-10-01T03:00:00Z'));
  await noteCountedSince(stage.documents, 'khoen', '2024-10-01');
  const desk = await openDesk(stage);
  const played = await openYear(stage, officeHappenings(stage, desk.url));
  await played.playTo(MADE_ON);
  await settlesYear(stage, 2569);
  const browser = await launchBrowser();
  let own: Page | undefined;
  return {
    stage,
    url: desk.url,
    async publicPaper(key, preset, fiscalYear = 2569) {
      await approvesPaper(stage, key, fiscalYear, preset);
      // Pages are read again some seconds after they were last.
      stage.later(60_000);
      const page = await browser.newPage();
      await page.goto(`${desk.url}/oit/${fiscalYear}/${key}`);
      const paper = paperOf(await print(page, `${key}-${fiscalYear}-${preset}`));
      await page.close();
      return paper;
    },
    async ownPaper(place, ready, name) {
      own ??= await signsIn(browser, desk.url, staffId);
      await own.goto(`${desk.url}/staff#/`);
      await own.locator(ready).waitFor({ state: 'detached' });
      await own.goto(`${desk.url}/staff${place}`);
      await own.locator(ready).waitFor({ state: 'attached' });
      return paperOf(await print(own, name));
    },
    async close() {
      await browser.close();
      await played.close();
      await desk.close();
      await stage.close();
    },
  };
}
