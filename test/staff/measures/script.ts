import { khoenReport2566 } from '../../../domain/ita/data/khoen-2566.ts';
import { measuresOf } from '../../../domain/ita/read-report.ts';

/** What becomes of each step in the year that the test plays; every eighth step fares alike. */
const FATES = ['photo', 'link', 'bare', 'untaken', 'silent', 'reason', 'both', 'afterwards'] as const;
const DAYS = [
  ...['2023-11-15', '2023-12-15', '2024-01-15', '2024-02-15', '2024-03-15'],
  ...['2024-05-15', '2024-06-15', '2024-07-15', '2024-08-15'],
] as const;
const AFTERWARDS = '2024-10-05';

export interface Played {
  measure: number;
  id: string;
  step: string;
  text: string;
  fate: (typeof FATES)[number];
  day: string;
}

export const played: readonly Played[] = measuresOf(khoenReport2566)
  .flatMap(({ id, steps }, nth) =>
    steps.map((text, at) => ({ measure: nth + 1, id, step: `s${at + 1}`, text })),
  )
  .map((one, n) => {
    const fate = FATES[n % FATES.length] ?? 'silent';
    return { ...one, fate, day: fate === 'afterwards' ? AFTERWARDS : (DAYS[n % DAYS.length] ?? '') };
  });
/** What was taken by a day, as the script has it. */
export const takenBy = (until: string): Played[] =>
  played.filter(({ fate, day }) => ['photo', 'link', 'bare', 'both'].includes(fate) && day <= until);

export const linkOf = ({ id, step }: Played): string => `https://khoen.example/${id}/${step}`;

const MONTHS = [
  'ม.ค.',
  'ก.พ.',
  'มี.ค.',
  'เม.ย.',
  'พ.ค.',
  'มิ.ย.',
  'ก.ค.',
  'ส.ค.',
  'ก.ย.',
  'ต.ค.',
  'พ.ย.',
  'ธ.ค.',
];
/** A day as Thai papers write it. */
export const written = (day: string): string =>
  `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(0, 4)) + 543}`;

/** What is said of a taken step's proof. */
export const proofOf = (one: Played): string => {
  if (one.fate === 'bare') return 'ไม่มีหลักฐาน';
  const photo = one.fate === 'link' ? [] : ['ภาพถ่าย 1 ภาพ'];
  return [...photo, ...(one.fate === 'photo' ? [] : [linkOf(one)])].join('\n');
};

/** Why a step that was not taken by the end of the year was not. */
export const whyOpen = ({ fate, id }: Played): string => {
  if (fate === 'afterwards') return 'ทำเมื่อ 5 ต.ค. 2567 หลังสิ้นปีงบประมาณ';
  if (fate === 'untaken') return 'กดผิด';
  return fate === 'reason' ? `รองบ ${id}` : 'ยังไม่ได้บันทึกเหตุผล';
};
