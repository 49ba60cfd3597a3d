import { describe, expect } from 'vitest';
import { pathsOf } from '../../../bot/records/paths.ts';
import { storedResponse } from '../../../bot/records/stored-response.ts';
import { demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../../domain/agency/khoen-survey.ts';
import { CommentsRecord } from '../../../domain/survey/comments.ts';
import { Response } from '../../../domain/survey/survey.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';
import { DESK, PHONE, withBrowser, work } from '../browser/office.ts';

withBrowser();

const paths = pathsOf('khoen');
const WORDS = ['เจ้าหน้าที่พูดจาดี อธิบายเข้าใจง่าย', 'รอนานไปหน่อย โทรถามที่ 045-123-456 ก็ไม่มีคนรับ'];

describe('residents’ comments', () => {
  work('are chosen for the report on a phone, and seen by the executive', async (office) => {
    const { product, signIn, shoot } = office;
    await product.documents.commit(
      WORDS.map((comment, n) => ({
        op: 'create',
        path: paths.response(`${n}`.repeat(30)),
        data: storedResponse(
          Response.parse({
            version: 1,
            survey: khoenSurvey.id,
            service: 'land-tax',
            channel: 'web',
            day: `2026-11-0${n + 1}`,
            ratings: Object.fromEntries(khoenSurvey.questions.map(({ id }) => [id, 4])),
            comment,
          }),
        ),
      })),
    );
    const page = await signIn(demoOfficerId, PHONE);
    await page.goto(`${product.url}/staff#/publish`);
    await page.getByRole('link', { name: 'เลือกความเห็นจากแบบประเมินไว้ในรายงาน' }).click();
    const kind = page.getByRole('listitem').filter({ hasText: 'พูดจาดี' });
    await kind.getByLabel('แสดงในรายงาน ด้าน').selectOption({ label: 'เจ้าหน้าที่ผู้ให้บริการ' });
    await page.getByText('เลือกไว้ 1 ข้อ').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('045-123-456');
    await shoot(page, 'comments-390', true);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoOverflow(page);
    await shoot(page, 'comments-320', true);
    const record = CommentsRecord.parse((await product.documents.read(paths.comments(2570)))?.data);
    expect(record.chosen).toMatchObject([{ dimension: 'staff', text: WORDS[0] }]);

    const palad = await signIn(demoExecutiveId, DESK);
    await palad.goto(`${product.url}/staff#/comments`);
    await palad.getByText('แสดงในรายงาน ด้านเจ้าหน้าที่ผู้ให้บริการ').waitFor();
    expect(await palad.getByLabel('แสดงในรายงาน ด้าน').count()).toBe(0);
    await shoot(palad, 'comments-1280', true);
    await expectAccessible(palad);
  });
});
