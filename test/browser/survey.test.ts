import { describe, expect } from 'vitest';
import { pathsOf } from '../../bot/records/paths.ts';
import { walk } from './walk.ts';

describe('a survey', () => {
  walk('takes five taps, one step back, and the reason for a low rating', async (stage) => {
    const { resident, product, shoot } = stage;
    await resident.picks('ประเมินบริการ');
    await shoot('survey-01-service');
    await resident.taps('เก็บขยะ');
    await shoot('survey-02-overall');
    await resident.taps('4 มาก');
    await resident.taps('5 มากที่สุด');
    expect(await resident.answer()).toContain('ข้อ 3 จาก 5');
    await resident.taps('ย้อนกลับ');
    expect(await resident.answer()).toContain('ข้อ 2 จาก 5');
    await shoot('survey-03-back');
    await resident.taps('2 น้อย');
    await resident.says('๓');
    await resident.taps('4 มาก');
    await resident.taps('3 ปานกลาง');
    expect(await resident.answer()).toContain('เพราะอะไร');
    await shoot('survey-04-why');
    await resident.taps('รอนาน');
    await shoot('survey-05-more');
    await resident.taps('พอแล้ว');
    await shoot('survey-06-age');
    await resident.taps('60 ปีขึ้นไป');
    await shoot('survey-07-comment');
    await resident.says('อยากให้รถขยะมาทุกวันพุธ');
    await shoot('survey-08-done');
    const tally = await product.documents.read(pathsOf('khoen').tally('survey-2570-waste-collection'));
    expect(tally?.data).toMatchObject({ n: 1 });
    await resident.picks('ประเมินบริการ');
    await resident.taps('เก็บขยะ');
    expect(await resident.answer()).toContain('เดือนนี้ประเมิน');
    await shoot('survey-09-already');
  });
});
