import { spokenNumber } from './spoken-number.ts';

const clock = '(2[0-4]|[01]?\\d)[.:]([0-5]\\d)';
const hours = '(?: ?(?:น\\.|น(?![ก-๎])|นาฬิกา))';
const dash = ' ?(?:-|–|—|ถึง) ?';
const edge = '(?<![\\d.,:/])';

const range = new RegExp(`(เวลา ?)?${edge}${clock}${hours}?${dash}${clock}${hours}`, 'gu');
const marked = new RegExp(`(เวลา ?)?${edge}${clock}${hours}`, 'gu');
const afterWord = new RegExp(`(เวลา ?)${clock}(?![\\d.:])`, 'gu');
const colon = /(?<![\d.,:/])(2[0-3]|[01]?\d):([0-5]\d)(?![\d:])/gu;
const wholeHour = /(เวลา ?)?(?<![\d.,:/])(2[0-4]|1\d|0?\d) ?(?:น\.|นาฬิกา)/gu;

/** An hour and a minute of the clock of 24 hours: เก้านาฬิกาสามสิบนาที. */
function said(hour: string, minute: string): string {
  const minutes = Number(minute);
  return `${spokenNumber(Number(hour))}นาฬิกา${minutes === 0 ? '' : `${spokenNumber(minutes)}นาที`}`;
}
const word = (written: string | undefined): string => written?.trimEnd() ?? '';

/** Times of day as they are said. Takes text whose digits are Arabic. */
export const spokenTimes = (text: string): string =>
  text
    .replace(
      range,
      (_, time, hour, minute, toHour, toMinute) =>
        `${word(time)}${said(hour, minute)} ถึง${said(toHour, toMinute)}`,
    )
    .replace(marked, (_, time, hour, minute) => `${word(time)}${said(hour, minute)}`)
    .replace(afterWord, (_, time, hour, minute) => `${word(time)}${said(hour, minute)}`)
    .replace(colon, (_, hour, minute) => said(hour, minute))
    .replace(wholeHour, (_, time, hour) => `${word(time)}${said(hour, '00')}`);
