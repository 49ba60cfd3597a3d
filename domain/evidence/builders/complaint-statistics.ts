import { addDays } from '../../calendar/day.ts';
import { fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import { casesIn } from '../../case/case-tally.ts';
import { tipTallyKey } from '../../case/tip-tally.ts';
import type { Block, Content, Table } from '../content.ts';
import { countedSinceNote, isCountedWhole } from '../counting.ts';
import type { EvidenceInputs } from '../inputs.ts';
import {
  coveredPeriod,
  halfLabel,
  halvesOf,
  isClosed,
  monthLabel,
  monthsOf,
  periodWords,
  presetPeriod,
} from '../periods.ts';

const three = [
  { label: 'ทั้งหมด', decimals: 0 },
  { label: 'แล้วเสร็จ', decimals: 0 },
  { label: 'อยู่ระหว่างดำเนินการ', decimals: 0 },
];

/** Corruption: one row a half-year, and only once that has closed; nothing finer, so that nobody can be guessed. */
function corruption(inputs: EvidenceInputs): Block[] {
  const { preset, fiscalYear, today, tips } = inputs;
  const halves = halvesOf(preset, fiscalYear);
  const closed = halves.filter((half) => isClosed(half, today));
  const open = halves.filter((half) => !isClosed(half, today));
  const rows = closed.map((half) => {
    const { all = 0, done = 0 } = tips[tipTallyKey(half).replace('tips-', '')] ?? {};
    return { half, all, done };
  });
  const nothing = rows
    .filter(({ all }) => all === 0)
    .map(
      ({ half }): Block => ({
        kind: 'text',
        text: isCountedWhole(inputs)
          ? `ไม่มีเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ ใน${halfLabel(half)}`
          : `ไม่มีเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ ใน${halfLabel(half)} เท่าที่ระบบนับ`,
      }),
    );
  const table: Table = {
    kind: 'table',
    id: 'corruption',
    caption: 'เรื่องร้องเรียนการทุจริตและประพฤติมิชอบ (เรื่อง)',
    columns: [{ label: 'ช่วงเวลา' }, ...three],
    rows: rows.map(({ half, all, done }) => ({
      cells: [`${halfLabel(half)} (${periodWords(half)})`, all, done, all - done],
    })),
  };
  return [
    { kind: 'heading', text: 'เรื่องร้องเรียนการทุจริตและประพฤติมิชอบ' },
    ...(rows.length === 0 ? [] : [table]),
    ...nothing,
    ...open.map(
      (half): Block => ({
        kind: 'text',
        text: `${halfLabel(half)}ยังไม่สิ้นสุด จะแสดงตัวเลขได้ตั้งแต่วันที่ ${thaiDate(addDays(half.to, 1), 'long')}`,
      }),
    ),
    {
      kind: 'text',
      text: 'แสดงเฉพาะจำนวนรวมรายครึ่งปีที่สิ้นสุดแล้ว เพราะตัวเลขที่ละเอียดกว่านี้อาจทำให้เดาได้ว่าใครเป็นผู้แจ้ง',
    },
  ];
}

function general({ preset, fiscalYear, today, cases }: EvidenceInputs): Block[] {
  const months = monthsOf(presetPeriod(preset, fiscalYear), today);
  const counted = months.map((month) => ({
    month,
    ...casesIn(cases[fiscalYearOf(`${month}-01`)] ?? {}, month, 'complaint'),
  }));
  const sum = (pick: (row: (typeof counted)[number]) => number): number =>
    counted.reduce((total, row) => total + pick(row), 0);
  const all = sum((row) => row.all);
  const heading: Block = { kind: 'heading', text: 'เรื่องร้องเรียนและร้องทุกข์ทั่วไป' };
  if (months.length === 0) return [heading, { kind: 'text', text: 'ช่วงเวลานี้ยังไม่เริ่ม' }];
  const table: Table = {
    kind: 'table',
    id: 'general',
    caption: 'เรื่องร้องเรียนและร้องทุกข์ทั่วไป ตามเดือนที่รับเรื่อง (เรื่อง)',
    columns: [
      { label: 'เดือน' },
      ...three,
      { label: 'แล้วเสร็จโดยส่งต่อ', decimals: 0 },
      { label: 'แล้วเสร็จโดยไม่อาจดำเนินการ', decimals: 0 },
    ],
    rows: [
      ...counted.map((row) => ({
        cells: [monthLabel(row.month), row.all, row.done, row.underway, row.referred, row.declined],
      })),
      {
        cells: [
          'รวม',
          all,
          sum((row) => row.done),
          sum((row) => row.underway),
          sum((row) => row.referred),
          sum((row) => row.declined),
        ],
        sum: true,
      },
    ],
  };
  const none: Block[] = all === 0 ? [{ kind: 'text', text: 'ไม่มีเรื่องร้องเรียนทั่วไปในช่วงเวลานี้' }] : [];
  return [heading, table, ...none];
}

/** ข้อมูลเชิงสถิติเรื่องร้องเรียน: corruption first and apart, then general complaints by month. */
export function complaintStatistics(inputs: EvidenceInputs): Content {
  const { preset, fiscalYear, today } = inputs;
  return {
    period: coveredPeriod(preset, fiscalYear, today),
    method: 'นับจากระบบรับเรื่องทุกช่องทาง แต่ละเรื่องนับครั้งเดียวในช่วงที่รับเรื่อง สถานะเป็นของวันที่จัดทำ ไม่มีข้อมูลส่วนบุคคล',
    blocks: [...countedSinceNote(inputs), ...corruption(inputs), ...general(inputs)],
  };
}
