import type { Inconsistency } from '../../domain/ita/inconsistencies.ts';

const at = (line: number | undefined): string => (line === undefined ? '' : ` (บรรทัด ${line})`);

/** For people: what does not fit together, and what can be done about it. */
export function inconsistencyWords(found: Inconsistency): string {
  switch (found.kind) {
    case 'several_values': {
      const scores = found.lines.map(({ score, line }) => `${score}${at(line)}`).join(' และ ');
      return `${found.code} มีหลายค่า: ${scores} เลือกด้วย --choose ${found.code}=ค่า หรือปล่อยไว้ให้แสดงทุกค่า`;
    }
    case 'missing_item': {
      const implied = found.implied === undefined ? '' : ` คะแนนตัวชี้วัดจะตรงถ้าข้อนี้ได้ ${found.implied}`;
      return `${found.code} ไม่มีในไฟล์${implied} ใส่ด้วย --choose ${found.code}=ค่า หรือปล่อยไว้ให้แสดงว่าไม่มีข้อมูล`;
    }
    case 'foreign_item':
      return `${found.code} ไม่มีในรายการข้อของปีนี้`;
    case 'foreign_indicator':
      return `ตัวชี้วัดที่ ${found.no} ไม่มีในปีนี้`;
    case 'indicator_differs':
      return `ตัวชี้วัดที่ ${found.no} คำนวณจากรายข้อได้ ${found.derived} แต่ไฟล์บอก ${found.reported}`;
    case 'not_derivable':
      return `ตัวชี้วัดที่ ${found.no} ไฟล์บอก ${found.reported} แต่รายข้อเฉลี่ยได้ ${found.lowest}${found.lowest === found.highest ? '' : ` ถึง ${found.highest}`} จะแสดงตามที่รายงาน`;
    case 'overall_differs':
      return `ภาพรวมคำนวณได้ ${found.derived} แต่ไฟล์บอก ${found.reported}`;
    case 'level_differs':
      return `ระดับที่คำนวณได้คือ “${found.derived}” แต่ไฟล์บอก “${found.reported}”`;
  }
}
