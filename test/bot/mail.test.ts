import { expect, it } from 'vitest';
import { demoOfficerId } from '../../domain/agency/khoen-staff.ts';
import { startProduct } from '../browser/product.ts';
import { villager } from '../staff/browser/villager.ts';
import { startSmtp } from '../support/smtp.ts';

const PATIENCE_MILLISECONDS = 60_000;

it(
  'a complaint in the chat reaches the officer’s mailbox as well, and the log says neither address',
  async () => {
    const smtp = await startSmtp();
    const variables = { SMTP_URL: smtp.url, ALERT_EMAIL_FROM: 'prongsai@khoen.example' };
    const product = await startProduct(undefined, undefined, variables);
    try {
      const path = `agencies/khoen/staff/${demoOfficerId}`;
      await product.documents.commit([{ op: 'merge', path, data: { email: 'somying@khoen.example' } }]);
      const resident = await villager(product, 'ยายบัว');
      await resident.complains('ไฟถนนดับ หมู่ 4 หน้าวัด');
      await expect.poll(() => smtp.mails.length, { timeout: PATIENCE_MILLISECONDS }).toBeGreaterThan(0);
      expect(smtp.mails).toHaveLength(1);
      expect(smtp.mails[0]).toMatchObject({ to: 'somying@khoen.example', from: 'prongsai@khoen.example' });
      expect(smtp.mails[0]?.text).toContain('70-0001 · เรื่องใหม่');
      for (const secret of ['ไฟถนนดับ', 'หน้าวัด', 'ยายบัว', resident.userId]) {
        expect(smtp.mails[0]?.raw).not.toContain(secret);
        expect(smtp.mails[0]?.text).not.toContain(secret);
      }
      expect(product.log.join()).not.toContain('khoen.example');
    } finally {
      await product.close();
      await smtp.close();
    }
  },
  PATIENCE_MILLISECONDS * 2,
);
