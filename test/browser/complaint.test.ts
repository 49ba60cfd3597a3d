import { readFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import type { Stage } from './stage.ts';
import { walk } from './walk.ts';

const sampleVoice = new URL('../../simulator/page/sample-voice.m4a', import.meta.url);
const thaiDigits = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(0x0e50 + Number(digit)));

function lampWalk(pictures: string) {
  return async ({ resident, officer, product, shoot: shootAs }: Stage): Promise<void> => {
    const shoot = (name: string) => shootAs(`${pictures}-${name}`);
    const buffer = await readFile(sampleVoice);
    await resident.sendsFile('audio-input', { name: 'voice.m4a', mimeType: 'audio/mp4', buffer });
    expect(await resident.answer()).toContain('ยังไม่ถึงเจ้าหน้าที่');
    await shoot('01-voice');
    await resident.sendsPhoto();
    expect(await resident.answer()).toContain('รูป 1 · เสียง 1');
    await shoot('02-photo');
    await resident.taps('แจ้งปัญหา/แจ้งซ่อม');
    await shoot('03-category');
    await resident.taps('ไฟฟ้าสาธารณะ');
    await shoot('04-where');
    await resident.says('หมู่ ๔ หน้าวัด');
    await shoot('05-more');
    await resident.taps('พอแล้ว ไปต่อ');
    await shoot('06-told');
    await resident.taps('แจ้งผลในแชตนี้');
    const card = await resident.answer();
    expect(card).toContain('ไฟฟ้าสาธารณะ');
    expect(card).toContain('หมู่ 4');
    const receipt = await resident.receipt();
    await shoot('07-review');
    expect(await product.cases()).toEqual([]);
    await resident.taps('ยืนยันส่ง');
    expect(await resident.answer()).toContain('70-0001');
    expect(await product.cases()).toMatchObject([{ status: 'new', number: '70-0001' }]);
    await officer.hears('เรื่องใหม่');
    await shoot('08-sent');
    await resident.looksAt('ตรวจอีกครั้ง');
    await officer.looksAt('เรื่องใหม่');
    await shoot('two-phones');

    await officer.taps('รับเรื่อง');
    expect(await product.cases()).toMatchObject([{ status: 'accepted' }]);
    await shoot('09-accepted');
    await officer.taps('ดำเนินการแล้ว');
    await resident.hears('เรียบร้อยไหม');
    expect(await product.cases()).toMatchObject([{ status: 'resolved' }]);
    await resident.looksAt('เรียบร้อยไหม');
    await shoot('10-resolved');

    await resident.taps('ยังไม่เรียบร้อย');
    expect(await product.cases()).toMatchObject([{ status: 'in_progress' }]);
    await officer.hears('ยังไม่เรียบร้อย');
    await resident.says('หลอดใหม่ติดแล้ว แต่กะพริบทั้งคืน');
    await officer.hears('กะพริบทั้งคืน');
    await shoot('11-not-yet');

    await officer.taps('ดำเนินการแล้ว');
    await expect.poll(() => product.cases()).toMatchObject([{ status: 'resolved' }]);
    await resident.hears('เรียบร้อยไหม');
    await shoot('12-resolved-again');
    await resident.taps('เรียบร้อยแล้ว');
    expect(await product.cases()).toMatchObject([{ status: 'closed' }]);
    await officer.hears('ผู้แจ้งยืนยัน');
    await shoot('13-closed');

    await resident.says(thaiDigits(receipt));
    expect(await resident.answer()).toContain('เสร็จสิ้น');
    await shoot('14-by-receipt');
  };
}

describe('a resident of 68, with a voice note and a photo of a dead street lamp', () => {
  walk('is heard, told, not satisfied, and told again', lampWalk('complaint'), { height: 1080 });
  walk('likewise on a page as narrow as a phone', lampWalk('narrow'), { width: 390, height: 844 });
});
