import { describe, expect } from 'vitest';
import { plain } from '../../../bot/publish/plain.ts';
import { YearResult } from '../../../bot/publish/records.ts';
import { saveDraft } from '../../../bot/publish/results.ts';
import { demoAdminId, demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { khoenReport2566 } from '../../../domain/ita/data/khoen-2566.ts';
import { rawResultOf } from '../../../domain/ita/read-report.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';
import { DESK, type Office, PHONE, type Size, withBrowser, work } from '../browser/office.ts';

withBrowser();

function proposeAndApprove(size: Size, pictures: string) {
  return async ({ product, signIn, shoot }: Office): Promise<void> => {
    const officer = await signIn(demoOfficerId, size);
    await officer.goto(`${product.url}/staff#/publish`);
    await officer.getByLabel('หน้าไหน').selectOption({ index: 8 });
    await shoot(officer, `${pictures}-overview`, true);
    await expectNoOverflow(officer);
    await expectAccessible(officer);
    const card = officer.locator('section', { has: officer.getByLabel('หน้าไหน') });
    await card.getByRole('button', { name: 'เสนอให้อนุมัติ' }).click();
    const theirs = officer.frameLocator('iframe');
    await theirs.getByText('รอผู้อนุมัติ').waitFor();
    await shoot(officer, `${pictures}-proposed`);
    await expectNoOverflow(officer);
    expect(await officer.getByRole('button', { name: 'อนุมัติและเผยแพร่' }).count()).toBe(0);

    const palad = await signIn(demoExecutiveId, size);
    await palad.goto(`${product.url}/staff#/publish`);
    await palad.getByRole('link', { name: /สมหญิง ใจดี/ }).click();
    const frame = palad.frameLocator('iframe');
    await frame.getByText('ประเสริฐ มั่นคง (ทดลอง) ปลัด อบต.เขิน').waitFor();
    // The frame is styled as the public page is, under a policy that lets nothing else in.
    const band = await frame.locator('h1').evaluate((one) => getComputedStyle(one).fontSize);
    await shoot(palad, `${pictures}-to-approve`);
    await expectAccessible(palad);
    await expectNoOverflow(palad);
    await palad.getByRole('button', { name: 'อนุมัติและเผยแพร่' }).click();
    await palad.locator('.asking').getByRole('button', { name: 'อนุมัติและเผยแพร่' }).click();
    await palad.getByText('อนุมัติแล้วโดย').waitFor();
    const address = await palad.getByRole('link', { name: 'เปิดหน้าที่เผยแพร่' }).getAttribute('href');
    const shown = await palad.context().newPage();
    await shown.goto(`${product.url}${address}`);
    await shown.getByText('ประเสริฐ มั่นคง (ทดลอง) ปลัด อบต.เขิน').waitFor();
    expect(await shown.locator('h1').evaluate((one) => getComputedStyle(one).fontSize)).toBe(band);

    await palad.goto(`${product.url}/staff#/publish`);
    await palad
      .getByRole('button', { name: /^ถอนจากการเผยแพร่/ })
      .first()
      .click();
    await palad.getByRole('dialog').getByRole('button', { name: 'ถอนจากการเผยแพร่' }).click();
    await palad.getByText('บอกเหตุผลก่อน').waitFor();
    await palad.getByLabel('เพราะอะไร').fill('เบอร์โทรผิด');
    await shoot(palad, `${pictures}-withdraw`);
    await expectAccessible(palad);
    await palad.getByRole('dialog').getByRole('button', { name: 'ถอนจากการเผยแพร่' }).click();
    await palad.getByText(/ถอนเมื่อ .* เพราะ เบอร์โทรผิด/).waitFor();
    // What was shown may be shown for half a minute more.
    await expect
      .poll(
        async () => {
          await shown.reload();
          return shown.locator('main').innerText();
        },
        { timeout: 45_000, interval: 3000 },
      )
      .toMatch(/24 พฤศจิกายน 2569.*เพราะ เบอร์โทรผิด/);
  };
}

describe('what is public', () => {
  work('on a phone', proposeAndApprove(PHONE, 'publish-390'));
  work('at a desk', proposeAndApprove(DESK, 'publish-1280'));

  work('a result and questions: the page itself is seen first', async (office) => {
    const { product, signIn, shoot } = office;
    const report = khoenReport2566;
    const draft = YearResult.parse(
      plain({ raw: rawResultOf(report), judgements: report.judgements, report, importedOn: '2026-11-20' }),
    );
    await saveDraft(product.documents, 'khoen', draft);
    const officer = await signIn(demoOfficerId, DESK);
    await officer.goto(`${product.url}/staff#/publish`);
    await officer.getByRole('button', { name: 'เสนอให้อนุมัติ ผลประเมิน ITA ปี 2566' }).click();
    await officer
      .frameLocator('iframe')
      .getByRole('heading', { name: /โปร่งใสแค่ไหน/ })
      .waitFor();
    const palad = await signIn(demoExecutiveId, DESK);
    await palad.goto(`${product.url}/staff#/publish`);
    await palad.getByRole('link', { name: /ผลประเมิน ITA ปี 2566/ }).click();
    await palad
      .frameLocator('iframe')
      .getByRole('heading', { name: /โปร่งใสแค่ไหน/ })
      .waitFor();
    await shoot(palad, 'publish-result');
    await palad.getByRole('button', { name: 'อนุมัติและเผยแพร่' }).click();
    await palad.locator('.asking').getByRole('button', { name: 'อนุมัติและเผยแพร่' }).click();
    await palad.getByText('อนุมัติแล้วโดย').waitFor();

    await officer.goto(`${product.url}/staff#/publish`);
    await officer.getByRole('button', { name: 'เพิ่มคำถาม' }).click();
    const questions = officer.locator('section', {
      has: officer.getByRole('heading', { name: 'คำถามที่พบบ่อย' }),
    });
    await questions.getByRole('button', { name: 'เสนอให้อนุมัติ' }).click();
    await questions.getByText('ยังไม่ได้กรอก').waitFor();
    await questions.getByLabel('คำถาม').fill('จ่ายภาษีป้ายได้ถึงเมื่อไร');
    await questions.getByLabel('คำตอบ').fill('ภายในเดือนมีนาคมของทุกปี');
    await questions.getByRole('button', { name: 'เสนอให้อนุมัติ' }).click();
    await officer.frameLocator('iframe').getByText('จ่ายภาษีป้ายได้ถึงเมื่อไร').waitFor({ state: 'attached' });
    await palad.goto(`${product.url}/staff#/publish`);
    await palad.getByRole('link', { name: /คำถามที่พบบ่อย/ }).click();
    await palad.getByLabel('ต้องแก้อะไร').fill('ใส่เบอร์กองคลังด้วย');
    await palad.getByRole('button', { name: 'ส่งกลับให้แก้' }).click();
    await palad.getByText('ใส่เบอร์กองคลังด้วย').first().waitFor();
    await officer.goto(`${product.url}/staff#/publish/history`);
    await officer.getByText('ส่งกลับ', { exact: true }).waitFor();
    await shoot(officer, 'publish-1280-history');
    await expectAccessible(officer);
  });

  work('the health of the agency, on a phone and at a desk', async ({ product, signIn, shoot }) => {
    product.simulator.platform.channel.chatMode = 'chat';
    for (const [size, name] of [
      [PHONE, 'health-390'],
      [DESK, 'health-1280'],
      [{ width: 320, height: 640 }, 'health-320'],
    ] as const) {
      const page = await signIn(demoAdminId, size);
      await page.goto(`${product.url}/staff#/health`);
      await page.getByText('เปิดแชตอยู่').waitFor();
      await shoot(page, name, true);
      await expectNoOverflow(page);
      await expectAccessible(page);
    }
  });
});
