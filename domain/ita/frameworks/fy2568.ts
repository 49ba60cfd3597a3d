import type { Framework, Item, ItemKey, WithoutItem } from '../framework.ts';
import type { Mark } from '../sources.ts';
import { fiveWords, indicatorsByReport, instruments } from './common.ts';

const list: Mark = { seen: 'seen', source: 'rtrda_2568' };

const oit = (number: number, key: ItemKey, title: string): Item => ({
  code: `o${number}`,
  instrument: 'OIT',
  title,
  key,
  ...list,
});

/** That these are parts of a wider item is read from the titles. */
const merged = (key: ItemKey, into: number): WithoutItem => ({
  key,
  fate: 'merged',
  into: `o${into}`,
  seen: 'inferred',
  source: 'rtrda_2568',
});

/** The list has no item for it. */
const dropped = (key: ItemKey): WithoutItem => ({ key, fate: 'dropped', ...list });

export const framework2568: Framework = {
  fiscalYear: 2568,
  instruments: instruments({ seen: 'not_seen', source: 'background' }),
  indicators: indicatorsByReport({ seen: 'not_seen', source: 'background' }),
  items: [
    oit(1, 'structure', 'โครงสร้างและอำนาจหน้าที่'),
    oit(2, 'executives', 'ข้อมูลผู้บริหาร'),
    oit(3, 'contact', 'ข้อมูลการติดต่อ'),
    oit(4, 'news', 'ข่าวประชาสัมพันธ์'),
    oit(5, 'development_plan', 'แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน'),
    oit(6, 'action_plan', 'แผนและความก้าวหน้าในการดำเนินงานและการใช้งบประมาณประจำปี'),
    oit(7, 'annual_report', 'รายงานผลการดำเนินงานประจำปี'),
    oit(8, 'work_manual', 'คู่มือหรือแนวทางการปฏิบัติงานของเจ้าหน้าที่'),
    oit(9, 'service_manual', 'คู่มือหรือแนวทางการขอรับบริการสำหรับผู้รับบริการหรือผู้มาติดต่อ'),
    oit(10, 'e_service', 'E-Service'),
    oit(11, 'service_statistics', 'ข้อมูลสถิติการให้บริการ'),
    oit(12, 'procurement_progress', 'รายการการจัดซื้อจัดจ้างและความก้าวหน้า'),
    oit(13, 'procurement_report', 'รายงานผลการจัดซื้อจัดจ้างประจำปี'),
    oit(14, 'hr_policy', 'แผนการบริหารและพัฒนาทรัพยากรบุคคล'),
    oit(15, 'hr_report', 'รายงานผลการบริหารและพัฒนาทรัพยากรบุคคล'),
    oit(16, 'ethics_code', 'ประมวลจริยธรรมและการขับเคลื่อนจริยธรรม'),
    oit(17, 'complaint_guideline', 'แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ'),
    oit(18, 'complaint_channel', 'ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ'),
    oit(19, 'complaint_statistics', 'ข้อมูลสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ'),
    oit(20, 'participation', 'การเปิดโอกาสให้เกิดการมีส่วนร่วม'),
    oit(21, 'no_gift', 'ประกาศเจตนารมณ์และการสร้างวัฒนธรรม ตามนโยบาย No Gift Policy จากการปฏิบัติหน้าที่'),
    oit(22, 'no_gift', 'รายงานการรับทรัพย์สินหรือประโยชน์อื่นใดโดยธรรมจรรยา'),
    oit(23, 'risk_assessment', 'การประเมินความเสี่ยงที่อาจเกิดการให้หรือรับสินบนจากการดำเนินงานตามภารกิจของหน่วยงาน'),
    oit(24, 'risk_management', 'รายงานผลการดำเนินการเพื่อจัดการความเสี่ยง'),
    oit(25, 'anticorruption_plan', 'แผนปฏิบัติการป้องกันการทุจริต'),
    oit(26, 'anticorruption_report', 'รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต'),
    oit(27, 'measures', 'มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน'),
    oit(28, 'measures_report', 'รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน'),
  ],
  withoutItem: [
    merged('authority', 1),
    { key: 'q_and_a', fate: 'merged', into: 'o3', seen: 'secondary', source: 'rtrda_2568' },
    dropped('laws'),
    dropped('social_network'),
    dropped('privacy_policy'),
    dropped('satisfaction_survey'),
    merged('action_plan_progress', 6),
    merged('ethics_drive', 16),
    merged('anticorruption_progress', 26),
  ],
  levels: { rules: fiveWords, seen: 'seen', source: 'mgronline_2568' },
};
