import { describe, expect } from 'vitest';
import { walk } from './walk.ts';

describe('a group', () => {
  walk('gets alerts once a code is sent in it: number, category and หมู่, nothing else', async (stage) => {
    const { resident, officer, product, shoot } = stage;
    const { client } = product.simulator;
    const { people } = await client.state();
    const staff = people.filter(({ role }) => role === 'officer').map(({ userId }) => userId);
    await client.addGroup('ช่าง อบต.', staff);
    await officer.node.getByTestId('chat-select').selectOption({ label: 'กลุ่ม ช่าง อบต.' });
    await officer.hears('ไม่เก็บและไม่ตอบ');
    await officer.says('เย็นนี้ใครว่างไปดูไฟหน้าวัดบ้าง');
    expect(await officer.answer()).toBe('');
    await officer.says(await product.invite({ version: 1, for: 'group', label: 'กลุ่มช่าง' }));
    expect(await officer.answer()).toContain('กลุ่มช่าง');
    await shoot('group-01-joined');
    await resident.says('ไฟถนนดับ หมู่ 4 หน้าบ้านยายคำ โทร 0812345678');
    await resident.taps('แจ้งปัญหา/แจ้งซ่อม');
    await resident.taps('พอแล้ว ไปต่อ');
    await resident.taps('แจ้งผลในแชตนี้');
    await resident.taps('ยืนยันส่ง');
    await officer.hears('70-0001');
    const told = await officer.answer();
    expect(told).toContain('ไฟฟ้าสาธารณะ หมู่ 4');
    for (const word of ['ยายคำ', '081', 'ดับ', 'รับเรื่อง']) expect(told.split('70-0001')[1]).not.toContain(word);
    await shoot('group-02-alert');
  });
});
