import { expect } from 'vitest';
import { demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';
import { PHONE, withBrowser, work } from '../browser/office.ts';
import { villager } from '../browser/villager.ts';

withBrowser();

work(
  'a question that was answered once is proposed, approved, and answers the next resident',
  async (office) => {
    const { product, signIn, shoot } = office;
    const first = await villager(product, 'ตาสม');
    await first.says('จ่ายภาษีป้ายได้ถึงเมื่อไรครับ ผมนายสม');
    await first.taps('สอบถาม');
    await first.taps('แจ้งผลในแชตนี้');
    await first.taps('ยืนยันส่ง');

    const officer = await signIn(demoOfficerId, PHONE);
    await officer.getByRole('link', { name: /70-0001/ }).click();
    await officer.getByRole('heading', { name: /70-0001/ }).waitFor();
    expect(await officer.getByRole('link', { name: 'เสนอเป็นคำถามที่พบบ่อย' }).count()).toBe(0);
    await officer.getByRole('button', { name: 'ตอบ', exact: true }).click();
    await officer.getByLabel('ข้อความถึงผู้แจ้ง').fill('ภายในเดือนมีนาคมของทุกปี ที่กองคลัง');
    await officer.getByRole('button', { name: 'ส่งให้ผู้แจ้ง' }).click();
    await officer.getByRole('link', { name: 'เสนอเป็นคำถามที่พบบ่อย' }).click();
    await officer.getByText('ลบชื่อ เบอร์โทร').waitFor();
    const question = officer.getByLabel('คำถาม', { exact: true });
    if ((await question.count()) === 0) await officer.locator('summary', { hasText: 'ภาษีป้าย' }).click();
    expect(await question.inputValue()).toContain('ผมนายสม');
    await question.fill('จ่ายภาษีป้ายได้ถึงเมื่อไร');
    await shoot(officer, 'questions-390-propose');
    await expectAccessible(officer);
    await expectNoOverflow(officer);
    const card = officer.locator('section', { has: officer.getByRole('heading', { name: 'คำถามที่พบบ่อย' }) });
    await card.getByRole('button', { name: 'เสนอให้อนุมัติ' }).click();
    await officer.locator('iframe').waitFor();

    const palad = await signIn(demoExecutiveId, PHONE);
    await palad.goto(`${product.url}/staff#/publish`);
    await palad.getByRole('link', { name: /คำถามที่พบบ่อย/ }).click();
    await palad.getByRole('button', { name: 'อนุมัติและเผยแพร่' }).click();
    await palad.locator('.asking').getByRole('button', { name: 'อนุมัติและเผยแพร่' }).click();
    await palad.getByText('อนุมัติแล้วโดย').waitFor();

    const reader = await palad.context().newPage();
    await reader.goto(`${product.url}/questions`);
    await reader.getByLabel('สงสัยเรื่องอะไร').fill('ภาษีป้าย');
    await reader.getByRole('button', { name: 'ค้นหา' }).click();
    await reader.getByText('ภายในเดือนมีนาคมของทุกปี').waitFor();
    await reader.close();

    const next = await villager(product, 'ป้าแดง');
    await next.says('อยากทราบว่าภาษีป้ายจ่ายถึงเมื่อไหร่คะ');
    await next.taps('สอบถาม');
    await next.hears('ภายในเดือนมีนาคมของทุกปี');
    await next.taps('ได้คำตอบแล้ว');
    expect(next.said()).not.toContain('นายสม');
    expect(await product.cases()).toHaveLength(1);
  },
);
