import type { Framework, Item, ItemKey, WithoutItem } from '../framework.ts';
import type { Mark } from '../sources.ts';
import { fiveWords, indicatorsByReport, instruments } from './common.ts';

/** The whole list of 35 is background knowledge: no copy of it was found. */
const unseen: Mark = { seen: 'not_seen', source: 'background' };

const oit = (number: number, title: string, key?: ItemKey): Item => ({
  code: `o${number}`,
  instrument: 'OIT',
  title,
  ...(key && { key }),
  ...unseen,
});

const merged = (key: ItemKey, into: number): WithoutItem => ({
  key,
  fate: 'merged',
  into: `o${into}`,
  ...unseen,
});
const dropped = (key: ItemKey): WithoutItem => ({ key, fate: 'dropped', ...unseen });

export const framework2567: Framework = {
  fiscalYear: 2567,
  instruments: instruments({ seen: 'seen', source: 'phayao_tool' }),
  indicators: indicatorsByReport(unseen),
  items: [
    oit(1, 'โครงสร้าง', 'structure'),
    oit(2, 'ข้อมูลผู้บริหาร', 'executives'),
    oit(3, 'อำนาจหน้าที่', 'authority'),
    oit(4, 'ข้อมูลการติดต่อ', 'contact'),
    oit(5, 'ข่าวประชาสัมพันธ์', 'news'),
    oit(6, 'Q&A', 'q_and_a'),
    oit(7, 'แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน', 'development_plan'),
    oit(8, 'แผนและความก้าวหน้าในการดำเนินงานและการใช้งบประมาณประจำปี', 'action_plan'),
    oit(9, 'รายงานผลการดำเนินงานประจำปี', 'annual_report'),
    oit(10, 'คู่มือการปฏิบัติงาน', 'work_manual'),
    oit(11, 'คู่มือการให้บริการ', 'service_manual'),
    oit(12, 'ข้อมูลสถิติการให้บริการ', 'service_statistics'),
    oit(13, 'E-Service', 'e_service'),
    oit(14, 'การจัดซื้อจัดจ้าง'),
    oit(15, 'การจัดซื้อจัดจ้าง'),
    oit(16, 'การจัดซื้อจัดจ้าง'),
    oit(17, 'การจัดซื้อจัดจ้าง'),
    oit(18, 'การบริหารและพัฒนาทรัพยากรบุคคล'),
    oit(19, 'การบริหารและพัฒนาทรัพยากรบุคคล'),
    oit(20, 'จริยธรรม'),
    oit(21, 'จริยธรรม'),
    oit(22, 'แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ', 'complaint_guideline'),
    oit(23, 'ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ', 'complaint_channel'),
    oit(24, 'ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ', 'complaint_statistics'),
    oit(25, 'การเปิดโอกาสให้เกิดการมีส่วนร่วม', 'participation'),
    oit(26, 'No Gift Policy', 'no_gift'),
    oit(27, 'No Gift Policy', 'no_gift'),
    oit(28, 'No Gift Policy', 'no_gift'),
    oit(29, 'รายงานการรับทรัพย์สินหรือประโยชน์อื่นใด', 'no_gift'),
    oit(30, 'การประเมินความเสี่ยงการทุจริต', 'risk_assessment'),
    oit(31, 'รายงานผลการดำเนินการเพื่อจัดการความเสี่ยงการทุจริต', 'risk_management'),
    oit(32, 'แผนปฏิบัติการป้องกันการทุจริต', 'anticorruption_plan'),
    oit(33, 'รายงานผลการดำเนินการป้องกันการทุจริต', 'anticorruption_report'),
    oit(34, 'มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน', 'measures'),
    oit(35, 'รายงานผลตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน', 'measures_report'),
  ],
  withoutItem: [
    dropped('laws'),
    dropped('social_network'),
    dropped('privacy_policy'),
    dropped('satisfaction_survey'),
    merged('action_plan_progress', 8),
    merged('anticorruption_progress', 33),
  ],
  levels: { rules: fiveWords, seen: 'seen', source: 'phayao_tool' },
};
