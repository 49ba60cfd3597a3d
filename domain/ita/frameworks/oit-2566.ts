import type { Item, ItemKey } from '../framework.ts';
import type { Mark } from '../sources.ts';

const report: Mark = { seen: 'seen', source: 'khoen_2566' };
/** The report leaves o4 out; its title stands in the list of the year before. */
const doe2565: Mark = { seen: 'secondary', source: 'doe_2565' };

const oit = (number: number, key: ItemKey, title: string, mark: Mark = report): Item => ({
  code: `o${number}`,
  instrument: 'OIT',
  title,
  key,
  ...mark,
});

export const oit2566: readonly Item[] = [
  oit(1, 'structure', 'โครงสร้าง'),
  oit(2, 'executives', 'ข้อมูลผู้บริหาร'),
  oit(3, 'authority', 'อำนาจหน้าที่'),
  oit(4, 'development_plan', 'แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน', doe2565),
  oit(5, 'contact', 'ข้อมูลการติดต่อ'),
  oit(6, 'laws', 'กฎหมายที่เกี่ยวข้อง'),
  oit(7, 'news', 'ข่าวประชาสัมพันธ์'),
  oit(8, 'q_and_a', 'Q&A'),
  oit(9, 'social_network', 'Social Network'),
  oit(10, 'privacy_policy', 'นโยบายคุ้มครองข้อมูลส่วนบุคคล'),
  oit(11, 'action_plan', 'แผนดำเนินงานและการใช้งบประมาณประจำปี'),
  oit(12, 'action_plan_progress', 'รายงานการกำกับติดตามการดำเนินงานและการใช้งบประมาณประจำปี รอบ 6 เดือน'),
  oit(13, 'annual_report', 'รายงานผลการดำเนินงานประจำปี'),
  oit(14, 'work_manual', 'คู่มือหรือมาตรฐานการปฏิบัติงาน'),
  oit(15, 'service_manual', 'คู่มือหรือมาตรฐานการให้บริการ'),
  oit(16, 'service_statistics', 'ข้อมูลเชิงสถิติการให้บริการ'),
  oit(17, 'satisfaction_survey', 'รายงานผลการสำรวจความพึงพอใจการให้บริการ'),
  oit(18, 'e_service', 'E-Service'),
  oit(19, 'procurement_plan', 'แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ'),
  oit(20, 'procurement_notices', 'ประกาศต่าง ๆ เกี่ยวกับการจัดซื้อจัดจ้างหรือการจัดหาพัสดุ'),
  oit(21, 'procurement_monthly', 'สรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุรายเดือน'),
  oit(22, 'procurement_report', 'รายงานผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุประจำปี'),
  oit(23, 'hr_policy', 'นโยบายหรือแผนการบริหารทรัพยากรบุคคล'),
  oit(24, 'hr_actions', 'การดำเนินการตามนโยบายหรือแผนการบริหารทรัพยากรบุคคล'),
  oit(25, 'hr_criteria', 'หลักเกณฑ์การบริหารและพัฒนาทรัพยากรบุคคล'),
  oit(26, 'hr_report', 'รายงานผลการบริหารและพัฒนาทรัพยากรบุคคลประจำปี'),
  oit(27, 'complaint_guideline', 'แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ'),
  oit(28, 'complaint_channel', 'ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ'),
  oit(29, 'complaint_statistics', 'ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ'),
  oit(30, 'participation', 'การเปิดโอกาสให้เกิดการมีส่วนร่วม'),
  oit(31, 'no_gift', 'ประกาศเจตนารมณ์นโยบาย No Gift Policy จากการปฏิบัติหน้าที่'),
  oit(32, 'no_gift', 'การสร้างวัฒนธรรม No Gift Policy'),
  oit(33, 'no_gift', 'รายงานผลตามนโยบาย No Gift Policy'),
  oit(34, 'risk_assessment', 'การประเมินความเสี่ยงการทุจริตและประพฤติมิชอบประจำปี'),
  oit(35, 'risk_management', 'การดำเนินการเพื่อจัดการความเสี่ยงการทุจริตและประพฤติมิชอบ'),
  oit(36, 'anticorruption_plan', 'แผนปฏิบัติการป้องกันการทุจริต'),
  oit(37, 'anticorruption_progress', 'รายงานการกำกับติดตามการดำเนินการป้องกันการทุจริตประจำปี รอบ 6 เดือน'),
  oit(38, 'anticorruption_report', 'รายงานผลการดำเนินการป้องกันการทุจริตประจำปี'),
  oit(39, 'ethics_code', 'ประมวลจริยธรรมสำหรับเจ้าหน้าที่ของรัฐ'),
  oit(40, 'ethics_drive', 'การขับเคลื่อนจริยธรรม'),
  oit(41, 'ethics_assessment', 'การประเมินจริยธรรมเจ้าหน้าที่ของรัฐ'),
  oit(42, 'measures', 'มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน'),
  oit(43, 'measures_report', 'การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน'),
];
