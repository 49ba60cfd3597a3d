import type { Framework, Item, ItemKey, WithoutItem } from '../framework.ts';
import type { Mark } from '../sources.ts';
import { fiveWords, indicatorsByReport, instruments } from './common.ts';

/** One agency's headings. */
const list: Mark = { seen: 'secondary', source: 'rtrda_2569' };
/** Not among the headings that were read; taken over from 2568. */
const unchanged: Mark = { seen: 'inferred', source: 'rtrda_2568' };
const unconfirmed: Mark = { seen: 'not_seen', source: 'background' };

const oit = (number: number, key: ItemKey, title: string, mark: Mark = list): Item => ({
  code: `o${number}`,
  instrument: 'OIT',
  title,
  key,
  ...mark,
});

const merged = (key: ItemKey, into: number, mark: Mark): WithoutItem => ({
  key,
  fate: 'merged',
  into: `o${into}`,
  ...mark,
});
const dropped = (key: ItemKey): WithoutItem => ({ key, fate: 'dropped', ...list });
const inferred: Mark = { seen: 'inferred', source: 'rtrda_2569' };

export const framework2569: Framework = {
  fiscalYear: 2569,
  instruments: instruments(unconfirmed),
  indicators: indicatorsByReport(unconfirmed),
  items: [
    oit(1, 'structure', 'โครงสร้าง หน้าที่และอำนาจ'),
    oit(2, 'executives', 'ข้อมูลผู้บริหาร', unchanged),
    oit(3, 'contact', 'ข้อมูลการติดต่อและช่องทางการสอบถาม'),
    oit(4, 'news', 'ข่าวประชาสัมพันธ์'),
    oit(5, 'development_plan', 'แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน', unchanged),
    oit(6, 'action_plan', 'แผนและความก้าวหน้าในการดำเนินงานและการใช้งบประมาณประจำปี', unchanged),
    oit(7, 'annual_report', 'รายงานผลการดำเนินงานประจำปี', unchanged),
    oit(8, 'work_manual', 'คู่มือการปฏิบัติงาน'),
    oit(9, 'service_manual', 'คู่มือการให้บริการ'),
    oit(10, 'e_service', 'ระบบการให้บริการผ่านช่องทางออนไลน์ (E-SERVICE)'),
    oit(11, 'procurement_monthly', 'สรุปผลการจัดซื้อจัดจ้างรายเดือน'),
    oit(12, 'procurement_report', 'รายงานสรุปผลการจัดซื้อจัดจ้าง'),
    oit(13, 'hr_policy', 'หลักเกณฑ์และแผนการบริหารและพัฒนาทรัพยากรบุคคล'),
    oit(14, 'hr_report', 'รายงานผลการบริหารและพัฒนาทรัพยากรบุคคล'),
    oit(15, 'ethics_code', 'ประมวลจริยธรรมการขับเคลื่อนจริยธรรม'),
    oit(16, 'complaint_guideline', 'แนวปฏิบัติการจัดการเรื่องร้องเรียน'),
    oit(17, 'complaint_channel', 'ช่องทางแจ้งเรื่องร้องเรียน'),
    oit(18, 'complaint_statistics', 'ข้อมูลสถิติเรื่องร้องเรียน'),
    oit(19, 'participation', 'ผลการเปิดโอกาสให้มีส่วนร่วม'),
    oit(20, 'no_gift', 'การขับเคลื่อนนโยบาย No Gift Policy'),
    oit(21, 'risk_assessment', 'การประเมินความเสี่ยงการทุจริต'),
    oit(22, 'risk_management', 'รายงานผลการดำเนินการตามแผนบริหารจัดการความเสี่ยง'),
    oit(23, 'anticorruption_plan', 'แผนปฏิบัติการป้องกันการทุจริต'),
    oit(24, 'anticorruption_report', 'รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต'),
    oit(25, 'measures', 'การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร'),
    oit(26, 'measures_report', 'รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน'),
  ],
  withoutItem: [
    merged('authority', 1, list),
    merged('q_and_a', 3, list),
    merged('service_statistics', 10, list),
    merged('action_plan_progress', 6, unchanged),
    merged('hr_criteria', 13, list),
    merged('ethics_drive', 15, list),
    merged('anticorruption_progress', 24, inferred),
    dropped('laws'),
    dropped('social_network'),
    dropped('privacy_policy'),
    dropped('satisfaction_survey'),
  ],
  levels: { rules: fiveWords, ...unconfirmed },
};
