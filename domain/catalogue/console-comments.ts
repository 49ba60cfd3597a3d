import type { Spoken } from './voice.ts';

/** Words of choosing residents' comments for the survey's report. */
export const consoleCommentsWords = ({ end }: Spoken) => ({
  title: 'ความเห็นจากแบบประเมิน',
  link: 'เลือกความเห็นจากแบบประเมินไว้ในรายงาน',
  about:
    'สิ่งที่ผู้รับบริการเขียนไว้ ไม่มีชื่อผู้เขียน รายงานแสดงเฉพาะข้อที่เลือก แยกตามด้าน ไม่บอกบริการและเดือน ปิดตัวเลขยาวและอีเมลให้แล้ว',
  mind: 'อย่าเลือกข้อที่อ่านแล้วรู้ว่าใครเขียนหรือพูดถึงใคร เช่น มีชื่อคน บ้านเลขที่ หรือเรื่องที่รู้กันอยู่คนเดียว',
  yearLabel: 'ปีงบประมาณ',
  year: (year: number) => `ปีงบประมาณ ${year}`,
  chosen: (chosen: number, most: number) => `เลือกไว้ ${chosen} ข้อ (ได้ไม่เกิน ${most})`,
  none: `ปีนี้ยังไม่มีใครเขียนความเห็น${end}`,
  show: 'แสดงในรายงาน ด้าน',
  notShown: 'ไม่แสดง',
  shownAs: (dimension: string) => `แสดงในรายงาน ด้าน${dimension}`,
  put: `ใส่ในรายงานแล้ว${end}`,
  taken: `เอาออกจากรายงานแล้ว${end}`,
});
