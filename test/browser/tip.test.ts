import { describe, expect } from 'vitest';
import { walk } from './walk.ts';

const WORDS = 'หัวหน้าเรียกเงินสามพันบาทก่อนเซ็นใบอนุญาต';
const MORE = 'เมื่อวันศุกร์ที่แล้ว ตอนบ่ายสอง ที่ห้องกองช่าง';

describe('a tip', () => {
  walk(
    'goes from the menu to a bare thank-you, and leaves no words in the chat that its sender did not type',
    async (stage) => {
      const { resident, product, shoot } = stage;
      const bubbles = resident.node.locator('[data-testid=message][data-from=user]');
      await resident.picks('แจ้งทุจริต (ลับ)');
      expect(await resident.answer()).toContain('ไม่เก็บว่าใครเป็นผู้แจ้ง');
      const form = resident.node.getByRole('button', { name: 'เปิดแบบฟอร์มลับ' }).last();
      expect(await form.isVisible()).toBe(true);
      await shoot('tip-01-promise');
      await resident.taps('แจ้งในแชตนี้');
      await shoot('tip-02-office');
      await resident.taps('กองช่าง');
      await shoot('tip-03-kind');
      await resident.taps('เรียกเงิน/สินบน');
      await shoot('tip-04-facts');
      expect(await bubbles.count()).toBe(0);
      await resident.says(WORDS);
      await shoot('tip-05-kept');
      await resident.says(MORE);
      await resident.sendsPhoto();
      expect(await resident.answer()).toContain('ข้อความ 2 · รูป 1');
      await resident.taps('ไปต่อ');
      await shoot('tip-06-leave-out');
      await resident.taps('ตรวจแล้ว ไปต่อ');
      const receipt = await resident.receipt();
      await shoot('tip-07-review');
      expect(await product.cases()).toEqual([]);
      await resident.taps('ยืนยันส่ง');
      expect(await product.cases()).toEqual([{ kind: 'tip', status: 'new' }]);
      await shoot('tip-08-sent');

      expect(await bubbles.count()).toBe(3);
      const last = resident.node.locator('[data-testid=message]').last();
      expect(await last.getByTestId('bubble').innerText()).toBe('ขอบคุณค่ะ');
      const fromBot = await resident.node.locator('[data-testid=message][data-from=bot]').allInnerTexts();
      for (const word of ['หัวหน้า', 'สามพัน', 'เซ็น', 'วันศุกร์', 'บ่ายสอง', 'ห้องกองช่าง']) {
        expect(fromBot.join('\n')).not.toContain(word);
        expect(product.log.join('\n')).not.toContain(word);
      }

      const digits = receipt.replaceAll(' ', '');
      const wrong = digits.slice(0, 15) + String((Number(digits.at(-1)) + 1) % 10);
      await resident.says(wrong);
      expect(await resident.answer()).toContain('อาจพิมพ์ผิดหนึ่งตัว');
      await shoot('tip-09-wrong-digit');
      await resident.says(receipt);
      const status = await resident.answer();
      expect(status).toContain('ส่งถึงผู้รับเรื่องแล้ว');
      expect(status).not.toContain('สามพัน');
      await resident.node
        .getByRole('button', { name: /เปิดหน้าเว็บ/ })
        .last()
        .waitFor();
      await shoot('tip-10-status');
    },
  );
});
