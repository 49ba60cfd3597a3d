import { describe, expect, it } from 'vitest';
import { buildContent } from '../../domain/evidence/build.ts';
import { officialItem } from '../../domain/evidence/item.ts';
import { EvidenceKey } from '../../domain/evidence/keys.ts';
import { EvidenceProfile } from '../../domain/evidence/profile.ts';
import { khoenReport2566 } from '../../domain/ita/data/khoen-2566.ts';
import { measuresOf } from '../../domain/ita/read-report.ts';
import { importedPlan } from '../../domain/measures/import-plan.ts';
import { inputsWith, tableIn, wordsIn } from './inputs.ts';

describe('the guideline', () => {
  it('has its four parts, from the settings', () => {
    const built = buildContent('complaint_guideline', inputsWith());
    expect(built.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual([
      '1. วิธีการที่บุคคลภายนอกจะทำการร้องเรียน',
      '2. ขั้นตอนหรือวิธีการในการจัดการต่อเรื่องร้องเรียน',
      '3. ส่วนงานที่รับผิดชอบ',
      '4. ระยะเวลาดำเนินการ',
    ]);
    for (const said of ['https://prongsai.example/tip', '1205', 'สำนักปลัด', '15 วัน', '08.30 น.']) {
      expect(wordsIn(built)).toContain(said);
    }
  });

  it('promises no number of days that nobody set, and no reader where there is none', () => {
    const unset = wordsIn(buildContent('complaint_guideline', inputsWith({ tipOffices: [] })));
    expect(unset).toContain('ยังไม่ได้กรอกข้อมูล: จำนวนวันที่ดำเนินการให้แล้วเสร็จ');
    expect(unset).toContain('ยังไม่ได้กำหนดผู้รับเรื่องทุจริต');
    const profile = EvidenceProfile.parse({ version: 1, tipDays: 45, tipReceiver: 'ปลัดองค์การบริหารส่วนตำบล' });
    const set = wordsIn(buildContent('complaint_guideline', inputsWith({ profile })));
    expect(set).toContain('ภายใน 45 วัน');
    expect(set).toContain('ปลัดองค์การบริหารส่วนตำบล');
  });
});

describe('the channel', () => {
  it('can be hung up and filled in by hand, and stands apart from general complaints', () => {
    const { blocks } = buildContent('complaint_channel', inputsWith());
    const poster = blocks.find((block) => block.kind === 'poster');
    expect(poster).toMatchObject({ url: 'https://prongsai.example/tip' });
    expect(blocks.find((block) => block.kind === 'form')).toBeDefined();
    expect(wordsIn({ method: '-', blocks })).toContain('แยกต่างหากจากช่องทางแจ้งปัญหาทั่วไป');
  });
});

describe('contact', () => {
  it('says which of its settings are missing', () => {
    expect(wordsIn(buildContent('contact', inputsWith()))).toContain('ที่อยู่, อีเมล, แผนที่ตั้ง');
    const profile = EvidenceProfile.parse({
      version: 1,
      address: '99 หมู่ 1',
      email: 'saraban@khoen.example',
      mapUrl: 'https://maps.example/khoen',
    });
    expect(wordsIn(buildContent('contact', inputsWith({ profile })))).not.toContain('ยังไม่ได้กรอก');
  });
});

describe('measures', () => {
  it('are those of the report, all eleven, in its own words', () => {
    const planned = measuresOf(khoenReport2566);
    const { agency } = inputsWith();
    const measures = importedPlan(khoenReport2566, agency);
    const { rows } = tableIn(
      buildContent('measures', inputsWith({ fiscalYear: 2567, measures })),
      'measures',
    );
    expect(rows).toHaveLength(11);
    expect(rows.map(({ cells }) => cells[3])).toEqual(planned.map(({ responsible }) => responsible));
  });
});

describe('any page', () => {
  it('is built from nothing but what an agency begins with, for any year', () => {
    for (const key of EvidenceKey.options) {
      for (const fiscalYear of [2566, 2570, 2571]) {
        expect(buildContent(key, inputsWith({ fiscalYear })).blocks.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('the official number', () => {
  it('is that of its own year, and says how well it is known', () => {
    expect(officialItem('satisfaction_survey', 2566)).toMatchObject({ label: 'o17 (ปี 2566)', notes: [] });
    expect(officialItem('complaint_channel', 2568).label).toBe('o18 (ปี 2568)');
    expect(officialItem('complaint_channel', 2567).notes.join()).toContain('ยังไม่พบในเอกสารต้นทาง');
    const dropped = officialItem('satisfaction_survey', 2568);
    expect(dropped.label).toBeUndefined();
    expect(dropped.notes.join()).toContain('o17 (ปี 2566)');
    const unknown = officialItem('complaint_statistics', 2570);
    expect(unknown.label).toBeUndefined();
    expect(unknown.title).toContain('การทุจริตและประพฤติมิชอบ');
    expect(unknown.notes.join()).toContain('ยังไม่พบรายการข้อของปี 2570');
  });
});
