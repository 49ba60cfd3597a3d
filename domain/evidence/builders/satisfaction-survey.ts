import { fiscalYear as wholeYear } from '../../calendar/fiscal-year.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import { type RatingStatistics, surveyStatistics } from '../../survey/statistics.ts';
import { addTallies } from '../../survey/tally.ts';
import type { Block, Cell, Content, Table } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { dimensionLabels, surveyChannelLabels } from '../labels.ts';
import { monthsOf, periodWords } from '../periods.ts';
import { shownNumber } from '../shown.ts';

/** Fewer answers than this say little of anybody else. */
const FEW = 30;

const figures = [
  { label: 'จำนวนคำตอบ', decimals: 0 },
  { label: 'x̄', decimals: 2 },
  { label: 'S.D.', decimals: 2 },
  { label: 'ร้อยละ', decimals: 2 },
  { label: 'ระดับ' },
  { label: 'ช่วงเชื่อมั่น 95% ของ x̄' },
];

/** The interval as the scale allows it: no mean lies outside 1 to 5. */
function intervalWords({ mean, margin }: RatingStatistics): string | null {
  if (mean === undefined || margin === undefined) return null;
  return `${shownNumber(Math.max(1, mean - margin), 2)}–${shownNumber(Math.min(5, mean + margin), 2)}`;
}

const cellsOf = (rated: RatingStatistics): Cell[] => [
  rated.n,
  rated.mean ?? null,
  rated.deviation ?? null,
  rated.percentage ?? null,
  rated.level ?? null,
  intervalWords(rated),
];

const warning = (n: number, of: string): Block[] =>
  n > 0 && n < FEW
    ? [
        {
          kind: 'warning',
          text: `${of}มีผู้ตอบเพียง ${n} คน น้อยกว่า ${FEW} คน ตัวเลขยังไม่พอจะสรุปความเห็นของคนทั่วไป`,
        },
      ]
    : [];

const countTable = (
  id: string,
  caption: string,
  label: string,
  counts: readonly (readonly [string, number])[],
): Table[] =>
  counts.length === 0
    ? []
    : [
        {
          kind: 'table',
          id,
          caption,
          columns: [{ label }, { label: 'จำนวน', decimals: 0 }],
          rows: counts.map(([name, count]) => ({ cells: [name, count] })),
        },
      ];

const labelled = (
  counts: Readonly<Record<string, number>>,
  labels: readonly { readonly id: string; readonly label: string }[],
): [string, number][] =>
  labels.flatMap(({ id, label }) => {
    const count = counts[id];
    return count === undefined || count === 0 ? [] : [[label, count]];
  });

/** รายงานผลการสำรวจความพึงพอใจการให้บริการ: the agency's own, of the fiscal year so far. */
export function satisfactionSurvey(inputs: EvidenceInputs): Content {
  const { agency, survey, answers, fiscalYear, today, profile } = inputs;
  const period = wholeYear(fiscalYear);
  const to = period.to < today ? period.to : today;
  const all = surveyStatistics(survey, addTallies(Object.values(answers)));
  const services = [...agency.services, ...agency.retired.services].flatMap(({ id, label }) => {
    const counts = answers[id];
    return counts === undefined || (counts.n ?? 0) === 0
      ? []
      : [{ label, counted: surveyStatistics(survey, counts) }];
  });
  const channels = labelled(all.channels, surveyChannelLabels);
  const nobody: Block[] = all.n === 0 ? [{ kind: 'warning', text: 'ยังไม่มีผู้ตอบแบบสำรวจในช่วงเวลานี้' }] : [];
  const summary: Table = {
    kind: 'table',
    id: 'dimensions',
    caption: `ความพึงพอใจรวมทุกบริการ รายด้าน (ผู้ตอบ ${all.n} คน)`,
    columns: [{ label: 'ด้าน' }, ...figures],
    rows: all.dimensions.map((rated) => ({ cells: [dimensionLabels[rated.dimension], ...cellsOf(rated)] })),
  };
  const byService: Table = {
    kind: 'table',
    id: 'services',
    caption: 'ความพึงพอใจรายบริการและรายด้าน',
    columns: [{ label: 'บริการ' }, { label: 'ด้าน' }, ...figures],
    rows: services.flatMap(({ label, counted }) =>
      counted.dimensions.map((rated) => ({
        cells: [label, dimensionLabels[rated.dimension], ...cellsOf(rated)],
      })),
    ),
  };
  const questions: Table = {
    kind: 'table',
    id: 'questions',
    caption: 'ความพึงพอใจรายข้อ รวมทุกบริการ',
    columns: [{ label: 'ข้อคำถาม' }, ...figures],
    rows: all.questions
      .filter(({ n }) => n > 0)
      .map((rated) => ({ cells: [rated.question.text, ...cellsOf(rated)] })),
  };
  return {
    period: {
      from: period.from,
      to,
      words:
        monthsOf(period, today).length === 0
          ? `ปีงบประมาณ ${fiscalYear} ยังไม่เริ่ม`
          : `ข้อมูล ณ วันที่ ${thaiDate(to, 'long')} ครอบคลุม ${periodWords({ from: period.from, to })} (ปีงบประมาณ ${fiscalYear})`,
    },
    method: [
      `${agency.name}สำรวจเอง ผู้รับบริการเลือกตอบด้วยความสมัครใจ ไม่ได้สุ่มตัวอย่าง จึงไม่ใช่ตัวแทนของประชาชนทั้งหมด`,
      ...(profile.population === undefined ? [] : [`ประชากรที่ให้บริการ ${profile.population} คน`]),
      'มาตราส่วน 5 ระดับ: 4.51–5.00 มากที่สุด 3.51–4.50 มาก 2.51–3.50 ปานกลาง 1.51–2.50 น้อย 1.00–1.50 น้อยที่สุด',
      'ร้อยละ = x̄ ÷ 5 × 100 S.D. เป็นของกลุ่มตัวอย่าง (n − 1) ช่วงเชื่อมั่น = x̄ ± 1.96 × S.D. ÷ √n',
    ].join(' · '),
    blocks: [
      ...nobody,
      ...warning(all.n, 'แบบสำรวจนี้'),
      ...(all.n === 0 ? [] : [summary]),
      ...services.flatMap(({ label, counted }) => warning(counted.n, `บริการ “${label}” `)),
      ...(services.length === 0 ? [] : [byService]),
      ...(questions.rows.length === 0 ? [] : [questions]),
      ...countTable('channels', 'ผู้ตอบตามช่องทาง (คน)', 'ช่องทาง', channels),
      ...countTable('ages', 'ผู้ตอบตามช่วงอายุ เท่าที่บอก (คน)', 'ช่วงอายุ', labelled(all.ageBands, survey.ageBands)),
      ...countTable('reasons', 'เหตุผลของผู้ที่ให้คะแนนน้อย (ครั้ง)', 'เหตุผล', labelled(all.reasons, survey.reasons)),
    ],
  };
}
