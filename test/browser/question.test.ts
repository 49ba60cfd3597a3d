import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './launch.ts';
import { openStage } from './phone.ts';

const UNPACKING_MILLISECONDS = 120_000;
const WALK_MILLISECONDS = 120_000;
const ANSWER = 'มาได้ทุกวันราชการค่ะ ใช้บัตรประชาชนใบเดียว';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, UNPACKING_MILLISECONDS);
afterAll(() => browser.close());

describe('a question', () => {
  it(
    'is answered by an officer who sees what will be sent first',
    async () => {
      const stage = await openStage(browser);
      const { resident, officer, shoot } = stage;
      await resident.picks('สอบถาม');
      await shoot('question-01-ask');
      await resident.says('ขึ้นทะเบียนเบี้ยผู้สูงอายุ ต้องใช้เอกสารอะไรบ้าง');
      await resident.taps('แจ้งผลในแชตนี้');
      await shoot('question-02-review');
      await resident.taps('ยืนยันส่ง');
      await officer.hears('เรื่องใหม่');
      await shoot('question-03-sent');
      await officer.taps('ตอบ');
      await shoot('question-04-answering');
      await officer.says('ใช้บัตรประชาชน');
      await officer.taps('พิมพ์ใหม่');
      await officer.says(ANSWER);
      expect(await officer.answer()).toContain(ANSWER);
      expect(await resident.everything()).not.toContain('บัตรประชาชน');
      await shoot('question-05-preview');
      await officer.taps('ส่งคำตอบ');
      await resident.hears(ANSWER);
      await shoot('question-06-answered');
      await resident.taps('ดูเรื่องนี้');
      expect(await resident.answer()).toContain(ANSWER);
      await shoot('question-07-thread');
      await stage.close();
    },
    WALK_MILLISECONDS,
  );
});
