import { thaiDigits } from '../words/digits.ts';
import { dayOf, timeOf, weekday } from './day.ts';

export type ThaiDateStyle = 'long' | 'medium' | 'short';

/** Each month's name, whole and short, January first. */
export const monthNames = [
  ['มกราคม', 'ม.ค.'],
  ['กุมภาพันธ์', 'ก.พ.'],
  ['มีนาคม', 'มี.ค.'],
  ['เมษายน', 'เม.ย.'],
  ['พฤษภาคม', 'พ.ค.'],
  ['มิถุนายน', 'มิ.ย.'],
  ['กรกฎาคม', 'ก.ค.'],
  ['สิงหาคม', 'ส.ค.'],
  ['กันยายน', 'ก.ย.'],
  ['ตุลาคม', 'ต.ค.'],
  ['พฤศจิกายน', 'พ.ย.'],
  ['ธันวาคม', 'ธ.ค.'],
] as const;

const weekdays = ['จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์', 'อาทิตย์'] as const;

/** An ISO day for people: `1 เมษายน 2567`, `1 เม.ย. 2567` or `1/4/67`. */
export function thaiDate(day: string, style: ThaiDateStyle, digits: 'thai' | 'arabic' = 'arabic'): string {
  const year = String(Number(day.slice(0, 4)) + 543);
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8, 10));
  const [long, medium] = monthNames[month - 1] ?? ['', ''];
  const written = {
    long: `${date} ${long} ${year}`,
    medium: `${date} ${medium} ${year}`,
    short: `${date}/${month}/${year.slice(-2)}`,
  }[style];
  return digits === 'thai' ? thaiDigits(written) : written;
}

/** A time of day (`HH:MM`) for people: `08.30 น.` */
export const thaiTime = (time: string): string => `${time.replace(':', '.')} น.`;

/** An instant for people, in Asia/Bangkok: `จันทร์ที่ 23 พ.ย. 2569 เวลา 08.30 น.` */
export function thaiDateTime(instant: number): string {
  const day = dayOf(instant);
  return `${weekdays[weekday(day) - 1]}ที่ ${thaiDate(day, 'medium')} เวลา ${thaiTime(timeOf(instant))}`;
}
