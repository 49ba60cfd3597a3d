import { describe, expect } from 'vitest';
import { walk } from './walk.ts';

const ANSWER = 'มาได้ทุกวันราชการค่ะ ใช้บัตรประชาชนใบเดียว';

describe('a question', () => {
  walk('is answered by an officer who sees what will be sent first', async (stage) => {
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
    expect(await stage.product.cases()).toMatchObject([{ kind: 'question', status: 'accepted' }]);
    await shoot('question-06-answered');
    await resident.taps('ดูเรื่องนี้');
    expect(await resident.answer()).toContain(ANSWER);
    await shoot('question-07-thread');
  });
});
