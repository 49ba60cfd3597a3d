import { thaiDate } from '../../../domain/calendar/thai-date.ts';

const BUDDHIST = 543;
const MONTHS = 12;

const months = (from: number): string[] =>
  Array.from({ length: MONTHS }, (_, n) => {
    const month = (9 + n) % MONTHS;
    return `${from + (n > 2 ? 1 : 0)}-${String(month + 1).padStart(2, '0')}`;
  });

/** The months (`YYYY-MM`) of a fiscal year (Buddhist), October first. */
export const monthsOf = (fiscalYear: number): string[] => months(fiscalYear - BUDDHIST - 1);

/** `ต.ค.` */
export const shortMonth = (month: string): string => thaiDate(`${month}-01`, 'medium').split(' ')[1] ?? month;

/** `ตุลาคม 2569` */
export const longMonth = (month: string): string =>
  thaiDate(`${month}-01`, 'long').split(' ').slice(1).join(' ');
