import { monthNames } from '../calendar/thai-date.ts';
import { spokenNumber } from './spoken-number.ts';

const monthOf = new Map<string, string>(
  monthNames.flatMap(([long, short]): [string, string][] => [
    [long, long],
    [short, long],
    [short.slice(0, -1), long],
    [short.replaceAll('.', ''), long],
  ]),
);
const month = [...monthOf.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((name) => name.replaceAll('.', '\\.'))
  .join('|');

const lead = '(?:(วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)?ที่|ที่) ?)?';
const date = '(?<![\\d./,])([12]\\d|3[01]|0?[1-9])';
const year = '(?: ?(?:พ\\.?ศ\\.?)? ?(\\d{4}|\\d{2})(?![\\d:]|[.,/]\\d))?';
const named = `(${month})(?![ก-ฺเ-๎])`;
const dash = ' ?(?:-|–|—|ถึง) ?';

const rangeInMonth = new RegExp(`${lead}${date}${dash}([12]\\d|3[01]|0?[1-9]) ?${named}${year}`, 'gu');
const rangeOfMonths = new RegExp(
  `${lead}${date} ?${named}${year}${dash}(?:วันที่ ?)?([12]\\d|3[01]|0?[1-9]) ?${named}${year}`,
  'gu',
);
const single = new RegExp(`${lead}${date} ?${named}${year}`, 'gu');
const slashed =
  /(?:(วันที่) ?)?(?<![\d./])(0?[1-9]|[12]\d|3[01])\/(0?[1-9]|1[0-2])\/(25\d{2}|26\d{2}|\d{2})(?![\d/])/gu;
const monthAndYear = new RegExp(
  `(?:(?<![ก-๎.])|(?<=เดือน|ถึง|ต้น|สิ้น|ปลาย))${named} ?(?:พ\\.?ศ\\.?)? ?(\\d{4})(?!\\d)`,
  'gu',
);
const short = monthNames.map(([, name]) => name.replaceAll('.', '\\.')).join('|');
/** Two digits are a year only behind a short name, and in this century's middle: behind others they count something. */
const bareMonth = new RegExp(`(?<![ก-๎.])(${short})(?: ?([678]\\d)(?![\\d:.,/%]))?`, 'gu');
const long = monthNames.map(([name]) => name).join('|');
const monthsFromTo = new RegExp(`((?:${long})(?: พุทธศักราช[ก-๎]+)?) ?[-–—] ?(?=${long})`, 'gu');
const bareYear = /(?:พ\.ศ\.?|พศ\.) ?(\d{4})(?!\d)/gu;
const christianYear = /(?:ค\.ศ\.?|คศ\.) ?(\d{4})(?!\d)/gu;

/** Years of the Buddhist era with two digits lie in the century of 2500, those of the common era with four before 2400. */
function spokenYear(written: string | undefined): string {
  if (written === undefined) return '';
  const number = Number(written) + (written.length === 2 ? 2500 : 0);
  return number < 2400 ? ` คริสต์ศักราช${spokenNumber(number)}` : ` พุทธศักราช${spokenNumber(number)}`;
}

const said = (written: string): string => spokenNumber(Number(written));
const monthSaid = (written: string): string => monthOf.get(written) ?? written;
const begun = (word: string | undefined): string => word ?? 'วันที่';

/**
 * Dates as they are said: วันที่สิบห้ามีนาคม พุทธศักราชสองพันห้าร้อยหกสิบเก้า; from one to another with ถึง. Takes text
 * whose digits are Arabic.
 */
export const spokenDates = (text: string): string =>
  text
    .replace(
      rangeOfMonths,
      (_, word, from, fromMonth, fromYear, to, toMonth, toYear) =>
        `${begun(word)}${said(from)}${monthSaid(fromMonth)}${spokenYear(fromYear)} ถึงวันที่${said(to)}${monthSaid(toMonth)}${spokenYear(toYear)}`,
    )
    .replace(
      rangeInMonth,
      (_, word, from, to, name, of) =>
        `${begun(word)}${said(from)}ถึง${said(to)}${monthSaid(name)}${spokenYear(of)}`,
    )
    .replace(
      single,
      (_, word, day, name, of) => `${begun(word)}${said(day)}${monthSaid(name)}${spokenYear(of)}`,
    )
    .replace(
      slashed,
      (_, word, day, number, of) =>
        `${begun(word)}${said(day)}${monthNames[Number(number) - 1]?.[0] ?? ''}${spokenYear(of)}`,
    )
    .replace(monthAndYear, (_, name, of) => `${monthSaid(name)}${spokenYear(of)}`)
    .replace(bareMonth, (_, name, of) => `${monthSaid(name)}${spokenYear(of)}`)
    .replace(monthsFromTo, (_, from) => (from.includes(' ') ? `${from} ถึง` : `${from}ถึง`))
    .replace(bareYear, (_, of) => `พุทธศักราช${said(of)}`)
    .replace(christianYear, (_, of) => `คริสต์ศักราช${said(of)}`);
