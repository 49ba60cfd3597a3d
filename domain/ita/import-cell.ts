import { arabicDigits } from '../words/digits.ts';
import { ItemCode } from './framework.ts';

/** What the columns of a result table mean. */
export type Column = 'code' | 'score' | 'indicator' | 'issue';

/** Headers as agencies write them, simplified as by `simplified`. */
const headers: Readonly<Record<Column, readonly string[]>> = {
  code: ['รหัส', 'รหัสข้อ', 'ข้อ', 'รายการ', 'code', 'item', 'itemcode'],
  score: ['คะแนน', 'คะแนนที่ได้', 'ค่าคะแนน', 'ผลคะแนน', 'score', 'value'],
  indicator: ['ตัวชี้วัด', 'ตัวชี้วัดที่', 'indicator', 'indicatorno'],
  issue: ['ประเด็น', 'ประเด็นที่', 'issue', 'issueno'],
};

const wholeNames: Readonly<Record<'overall' | 'level' | 'year', readonly string[]>> = {
  overall: ['ภาพรวม', 'คะแนนภาพรวม', 'คะแนนรวม', 'รวม', 'overall', 'total'],
  level: ['ระดับ', 'ระดับผลการประเมิน', 'ผลการประเมิน', 'level'],
  year: ['ปี', 'ปีงบประมาณ', 'ปีงบประมาณพศ', 'fiscalyear', 'year'],
};

/** What a row is about, read from its code cell. */
export type Subject =
  | { readonly kind: 'item'; readonly code: ItemCode }
  | { readonly kind: 'indicator'; readonly no: number }
  | { readonly kind: 'overall' }
  | { readonly kind: 'level' }
  | { readonly kind: 'year' };

export function columnOf(cell: string): Column | undefined {
  const name = simplified(cell);
  if (headers.code.includes(name) || name.startsWith('ข้อคำถาม')) return 'code';
  if (headers.score.includes(name)) return 'score';
  if (headers.indicator.includes(name)) return 'indicator';
  return headers.issue.includes(name) ? 'issue' : undefined;
}

/**
 * A code cell: an item's code, alone or before its title (o35, O 35, ๐๓๕ with the Thai zero for the letter,
 * "o35 การดำเนินการ…"), "ตัวชี้วัดที่ 9", or one of the names of the whole.
 */
export function subjectOf(cell: string): Subject | undefined {
  const name = simplified(cell);
  for (const kind of ['overall', 'level', 'year'] as const) {
    if (wholeNames[kind].includes(name)) return { kind };
  }
  const indicator = /^(?:ตัวชี้วัด(?:ที่)?|indicator)(\d{1,2})(?!\d)/.exec(name)?.[1];
  if (indicator !== undefined) return { kind: 'indicator', no: Number(indicator) };
  const [, letter, number] = /^([ieo๐])\s*\.?\s*(\d{1,3})(?![\d.])/.exec(codeText(cell)) ?? [];
  if (letter === undefined || number === undefined) return undefined;
  const code = ItemCode.safeParse(`${letter === '๐' ? 'o' : letter}${Number(number)}`);
  return code.success ? { kind: 'item', code: code.data } : undefined;
}

/** A number as typed, in Thai or Arabic digits, with or without a percent sign; no commas. */
export function numberOf(cell: string): number | undefined {
  const text = arabicDigits(cell).replace(/\s|%/g, '');
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** Everything that is not a letter, a mark or a digit left out; digits Arabic, letters small. */
const simplified = (cell: string): string =>
  arabicDigits(cell)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** Arabic digits and small letters, the Thai zero that stands for the letter o kept. */
const codeText = (cell: string): string => {
  const text = cell.trim().toLowerCase();
  return text.slice(0, 1) + arabicDigits(text.slice(1));
};
