import { describe, expect } from 'vitest';
import { pathsOf } from '../../../bot/records/paths.ts';
import { demoAdminId, demoDeputyId, demoExecutiveId } from '../../../domain/agency/khoen-staff.ts';
import { ServiceMonth } from '../../../domain/service/counts.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';
import { DESK, type Office, PHONE, withBrowser, work } from '../browser/office.ts';

withBrowser();

const paths = pathsOf('khoen');

/** What the system itself counted in October: three cases about lamps, five ratings of the water supply. */
async function count({ product: { documents } }: Office): Promise<void> {
  await documents.commit([
    {
      op: 'set',
      path: paths.tally('cases-2570'),
      data: { '2026-10_about-lamp': 3, '2026-10_online-about-lamp': 2 },
    },
    {
      op: 'set',
      path: paths.tally('survey-2570-building-permit'),
      data: { 'month_2026-10_n': 5, 'month_2026-10_channel_line': 1, 'month_2026-10_channel_paper': 4 },
    },
  ]);
}

describe('the monthly count of services', () => {
  work('is entered on a phone in one go, and corrected later', async (office) => {
    const { product, signIn, shoot } = office;
    await count(office);
    const page = await signIn(demoDeputyId, PHONE);
    await page.goto(`${product.url}/staff#/services`);
    await page.getByRole('link', { name: /ตุลาคม 2569.*ยังไม่ได้กรอก/ }).waitFor();
    await shoot(page, 'services-390-1-months', true);
    await expectAccessible(page);
    await expectNoOverflow(page);
    await page.getByRole('link', { name: /ตุลาคม 2569/ }).click();

    const lights = page.getByRole('group', { name: 'ซ่อมไฟสาธารณะ' });
    await lights.getByText('นับจากเรื่องที่รับในระบบ').waitFor();
    expect(await lights.getByLabel('มาติดต่อเอง (ครั้ง)').inputValue()).toBe('1');
    expect(await lights.getByLabel('ออนไลน์ (ครั้ง)').inputValue()).toBe('2');
    const permit = page.getByRole('group', { name: 'ขออนุญาตก่อสร้าง' });
    await permit.getByText('นับจากผู้ที่ประเมินบริการนี้').waitFor();
    await permit.getByLabel('มาติดต่อเอง (ครั้ง)').fill('12');
    const water = page.getByRole('group', { name: 'น้ำประปา/ค่าน้ำ' });
    await water.getByLabel('มาติดต่อเอง (ครั้ง)').fill('40');
    await page.getByRole('button', { name: 'บันทึกยอด' }).click();
    await page.getByRole('link', { name: /น้ำประปา\/ค่าน้ำ: กรอกให้ครบทั้งสองช่อง/ }).waitFor();
    await shoot(page, 'services-390-3-half', true);
    await expectAccessible(page);
    await water.getByLabel('ออนไลน์ (ครั้ง)').fill('0');
    await shoot(page, 'services-390-2-form');
    await page.getByRole('button', { name: 'บันทึกยอด' }).click();
    await water.getByText(/กรอกโดย บุญมา/).waitFor();

    await page.locator('.toast').getByRole('button', { name: 'ปิด' }).click();
    await water.getByLabel('มาติดต่อเอง (ครั้ง)').fill('41');
    await page.getByRole('button', { name: 'บันทึกยอด' }).click();
    await water.getByText('แก้มาแล้ว 1 ครั้ง').click();
    await water.getByText('มาติดต่อเอง 40 ออนไลน์ 0').waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoOverflow(page);
    await expectAccessible(page);
    await shoot(page, 'services-320-entered', true);

    const record = ServiceMonth.parse((await product.documents.read(paths.serviceMonth('2026-10')))?.data);
    const now = Object.fromEntries(
      Object.entries(record.services).map(
        ([
          id,
          {
            now: { walkIn, online },
          },
        ]) => [id, [walkIn, online]],
      ),
    );
    expect(now).toEqual({
      'street-lights': [1, 2],
      'building-permit': [12, 1],
      'water-supply': [41, 0],
    });
  });

  work(
    'of two who enter at once the second sees what the first saved, and keeps what they typed',
    async (office) => {
      const { product, signIn, shoot } = office;
      const [first, second] = [await signIn(demoDeputyId, PHONE), await signIn(demoAdminId, DESK)];
      for (const page of [first, second]) {
        await page.goto(`${product.url}/staff#/services/2026-10`);
        const water = page.getByRole('group', { name: 'น้ำประปา/ค่าน้ำ' });
        if (page === second) await page.getByText(/บริการของกองอื่น/).click();
        await water.getByLabel('มาติดต่อเอง (ครั้ง)').fill(page === first ? '7' : '8');
        await water.getByLabel('ออนไลน์ (ครั้ง)').fill('0');
      }
      await first.getByRole('button', { name: 'บันทึกยอด' }).click();
      await first.getByText(/กรอกโดย บุญมา/).waitFor();
      await second.getByRole('button', { name: 'บันทึกยอด' }).click();
      await second.getByText('มีคนกรอกเดือนนี้ไปก่อน').waitFor();
      await second.getByText(/กรอกโดย บุญมา/).waitFor();
      const water = second.getByRole('group', { name: 'น้ำประปา/ค่าน้ำ' });
      expect(await water.getByLabel('มาติดต่อเอง (ครั้ง)').inputValue()).toBe('8');
      await shoot(second, 'services-1280-clash', true);
      await expectAccessible(second);
      await second.getByRole('button', { name: 'บันทึกยอด' }).click();
      await water.getByText('แก้มาแล้ว 1 ครั้ง').waitFor();

      const palad = await signIn(demoExecutiveId, DESK);
      await palad.goto(`${product.url}/staff#/services/2026-10`);
      await palad.getByText(/มาติดต่อเอง 8 ออนไลน์ 0/).waitFor();
      expect(await palad.getByRole('button', { name: 'บันทึกยอด' }).count()).toBe(0);
      await shoot(palad, 'services-1280-seen', true);
      await expectAccessible(palad);
    },
  );
});
