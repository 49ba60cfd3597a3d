import { thaiDate } from '../calendar/thai-date.ts';
import type { Block } from './content.ts';
import type { EvidenceInputs } from './inputs.ts';
import { presetPeriod } from './periods.ts';

/** Whether the counts tell of every day of the period. */
export function isCountedWhole({ preset, fiscalYear, countedSince }: EvidenceInputs): boolean {
  return countedSince !== undefined && countedSince <= presetPeriod(preset, fiscalYear).from;
}

/** Whether every channel was checked for all of some months (`YYYY-MM`), by somebody who said so. */
export const areChecked = (
  months: readonly string[],
  { checked }: Pick<EvidenceInputs, 'checked'>,
): boolean => months.length > 0 && months.every((month) => checked[month] !== undefined);

/** What stands where nothing was counted and nobody has confirmed that every channel was checked. */
export const NOT_CONFIRMED = '– คือยังไม่มีเรื่องในระบบ แต่ยังไม่ได้ยืนยันว่าตรวจครบทุกช่องทาง จึงยังไม่นับเป็นศูนย์';

/** Says from when on the counts tell, where that is not from the period's first day. */
export function countedSinceNote(inputs: EvidenceInputs): Block[] {
  if (isCountedWhole(inputs)) return [];
  const { countedSince } = inputs;
  const text =
    countedSince === undefined
      ? 'ไม่ทราบว่าระบบเริ่มนับเมื่อใด ตัวเลขอาจไม่ครบทั้งช่วง'
      : `ระบบเริ่มนับวันที่ ${thaiDate(countedSince, 'long')} เรื่องก่อนหน้านั้นไม่รวมอยู่ในตัวเลขเหล่านี้`;
  return [{ kind: 'warning', text }];
}
