import { readFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { walk } from './walk.ts';

const sampleVoice = new URL('../../simulator/page/sample-voice.m4a', import.meta.url);

/** The beginning of an archive with nothing in it. */
const emptyZip = Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]);

describe('what cannot be taken', () => {
  walk('gets a sentence that says what to do, and costs nothing that was sent before', async (stage) => {
    const { resident, officer, product, shoot } = stage;
    const { client } = product.simulator;
    const userId = await resident.node.getByTestId('person-select').inputValue();

    await resident.says('ท่อประปาแตก');
    await resident.does(() => client.sendMedia(userId, { type: 'video', content: Buffer.alloc(64) }));
    expect(await resident.answer()).toContain('วิดีโอยังรับไม่ได้');
    await resident.sendsFile('photo-input', { name: 'cat.jpg', mimeType: 'image/jpeg', buffer: emptyZip });
    expect(await resident.answer()).toContain('เปิดรูปนี้ไม่ได้');
    await shoot('wrong-01-zip');
    const half = (await readFile(sampleVoice)).subarray(0, 900);
    await resident.sendsFile('audio-input', { name: 'half.m4a', mimeType: 'audio/mp4', buffer: half });
    expect(await resident.answer()).toContain('เปิดเสียงนี้ไม่ได้');
    await resident.sendsPhoto();
    expect(await resident.answer()).toContain('ข้อความ 1 · รูป 1');
    await resident.takesBack('image');
    await shoot('wrong-02-unsent');
    await resident.taps('แจ้งปัญหา/แจ้งซ่อม');
    await resident.says('😡');
    expect(await resident.answer()).toContain('หมู่');
    await resident.says('หมู่ ๓');
    await resident.says('ย'.repeat(5001));
    expect(await resident.answer()).toContain('ยาวเกินไป');
    await shoot('wrong-03-too-long');
    await resident.taps('พอแล้ว ไปต่อ');
    await resident.taps('แจ้งผลในแชตนี้');
    const card = await resident.answer();
    expect(card).toContain('ท่อประปาแตก');
    expect(card).not.toContain('รูป 1');
    const receipt = await resident.receipt();
    await resident.taps('ยืนยันส่ง');
    await officer.hears('70-0001');

    await resident.tapsIn('เจ้าหน้าที่ไม่เห็นชื่อ', 'ไม่เก็บว่าใครแจ้ง');
    expect(await resident.answer()).toContain('ปุ่มนี้เป็นของเรื่องก่อนหน้า');
    await shoot('wrong-04-stale');
    await resident.tapsIn('ตรวจอีกครั้ง', 'ยืนยันส่ง');
    expect(await resident.answer()).toContain('เรื่องนี้ส่งแล้ว');
    expect(await product.cases()).toHaveLength(1);

    const accept = await officer.dataOf('รับเรื่อง');
    await resident.does(() => client.postback(userId, { data: accept }));
    expect(await resident.answer()).toContain('ปุ่มนี้สำหรับเจ้าหน้าที่');
    expect(await product.cases()).toMatchObject([{ status: 'new' }]);
    await shoot('wrong-05-not-staff');

    const slashed = receipt.replaceAll(' ', '/');
    const lastDigit = Number(receipt.at(-1));
    await resident.says(slashed.slice(0, -1) + String((lastDigit + 1) % 10));
    expect(await resident.answer()).toContain('รหัสนี้ไม่ถูก');
    await resident.says(slashed);
    expect(await resident.answer()).toContain('เลขเรื่อง 70-0001');
    await shoot('wrong-06-slashes');
  });
});
