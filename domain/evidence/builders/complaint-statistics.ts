import { addDays } from '../../calendar/day.ts';
import { fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import { type CaseCounts, casesIn } from '../../case/case-tally.ts';
import { tipTallyKey } from '../../case/tip-tally.ts';
import type { Block, Cell, Content, Table } from '../content.ts';
import { areChecked, countedSinceNote, isCountedWhole, NOT_CONFIRMED } from '../counting.ts';
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
    const isKnown = all > 0 || areChecked(monthsOf(half, half.to), inputs);
    return { half, all, done, isKnown };
  });
  const nothing = rows
    .filter(({ all }) => all === 0)
    .map(({ half, isKnown }): Block => {
      const said = `ไม่มีเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ ใน${halfLabel(half)}`;
      if (!isKnown) return { kind: 'text', text: `${halfLabel(half)}: ${NOT_CONFIRMED}` };
      return { kind: 'text', text: isCountedWhole(inputs) ? said : `${said} เท่าที่ระบบนับ` };
    });
  const table: Table = {
    kind: 'table',
    id: 'corruption',
    caption: 'เรื่องร้องเรียนการทุจริตและประพฤติมิชอบ (เรื่อง)',
    columns: [{ label: 'ช่วงเวลา' }, ...three],
    rows: rows.map(({ half, all, done, isKnown }) => ({
      cells: [
        `${halfLabel(half)} (${periodWords(half)})`,
        ...(isKnown ? [all, done, all - done] : [null, null, null]),
      ],
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

interface GeneralRow {
  label: string;
  counts: CaseCounts;
  /** Zero is no claim where nobody confirmed that every channel was checked. */
  isKnown: boolean;
}

/** A month's general complaints: what the system counted, and what was carried over into it. */
function monthRow(month: string, inputs: EvidenceInputs): GeneralRow {
  const { cases, carried } = inputs;
  const own = casesIn(cases[fiscalYearOf(`${month}-01`)] ?? {}, month, 'complaint');
  const more = carried[month] ?? { received: 0, done: 0, referred: 0, declined: 0 };
  const counts = {
    all: own.all + more.received,
    done: own.done + more.done,
    underway: own.underway + more.received - more.done,
    referred: own.referred + more.referred,
    declined: own.declined + more.declined,
  };
  return { label: monthLabel(month), counts, isKnown: counts.all > 0 || areChecked([month], inputs) };
}

function sumRow(rows: readonly GeneralRow[]): GeneralRow {
  const sum = (of: keyof CaseCounts): number => rows.reduce((total, { counts }) => total + counts[of], 0);
  return {
    label: 'รวม',
    counts: {
      all: sum('all'),
      done: sum('done'),
      underway: sum('underway'),
      referred: sum('referred'),
      declined: sum('declined'),
    },
    isKnown: sum('all') > 0 || rows.every(({ isKnown }) => isKnown),
  };
}

const cellsOf = ({ label, counts, isKnown }: GeneralRow): Cell[] => {
  const { all, done, underway, referred, declined } = counts;
  const figures = [all, done, underway, referred, declined];
  return [label, ...(isKnown ? figures : figures.map(() => null))];
};

function general(inputs: EvidenceInputs): Block[] {
  const { preset, fiscalYear, today, carried } = inputs;
  const months = monthsOf(presetPeriod(preset, fiscalYear), today);
  const heading: Block = { kind: 'heading', text: 'เรื่องร้องเรียนและร้องทุกข์ทั่วไป' };
  if (months.length === 0) return [heading, { kind: 'text', text: 'ช่วงเวลานี้ยังไม่เริ่ม' }];
  const rows = months.map((month) => monthRow(month, inputs));
  const sum = sumRow(rows);
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
    rows: [...rows.map((row) => ({ cells: cellsOf(row) })), { cells: cellsOf(sum), sum: true }],
  };
  const brought = months.filter((month) => carried[month] !== undefined).map(monthLabel);
  const notes = [
    ...(sum.counts.all === 0 && sum.isKnown ? ['ไม่มีเรื่องร้องเรียนทั่วไปในช่วงเวลานี้ ตรวจครบทุกช่องทางแล้ว'] : []),
    ...(rows.every(({ isKnown }) => isKnown) ? [] : [NOT_CONFIRMED]),
    ...(brought.length === 0 ? [] : [`เดือน ${brought.join(' ')} รวมยอดยกมาที่นับไว้ก่อนใช้ระบบนี้`]),
  ];
  return [heading, table, ...notes.map((text): Block => ({ kind: 'text', text }))];
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
