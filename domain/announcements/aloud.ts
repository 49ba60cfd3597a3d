import { arabicDigits } from '../words/digits.ts';
import { spelledAbbreviations } from './abbreviations.ts';
import { spokenDates } from './spoken-date.ts';
import { spokenDigits, spokenNumber, spokenWhole } from './spoken-number.ts';
import { spokenTimes } from './spoken-time.ts';

const address = /(?:https?:\/\/|www\.)[^\sก-๛]+/giu;
const telephone = /(?<![\d,/-]|\d\.)0\d(?:[- ]?\d){7,8}(?![\d-])/gu;
const shortTelephone = /(โทรศัพท์|โทร\.?|สายด่วน|เบอร์)( ?)(\d{3,5})(?!\d)/gu;
/** Numbers that everybody knows, behind the word for who answers them. */
const emergency =
  /(EMS|กู้ชีพ|กู้ภัย|ฉุกเฉิน|รถพยาบาล|ดับเพลิง|ตำรวจ|ปภ\.?|ศูนย์ดำรงธรรม)( ?)(1669|1784|1567|191|199)(?!\d)/giu;
const whole = '\\d{1,3}(?:,\\d{3})+|\\d+';
const pricedWithDash = /(?<=\d)\.-(?: ?บาท)?/gu;
const rate = /(?<=บาท)\/(?=[ก-๎\d])/gu;
const postcode = /(รหัสไปรษณีย์) ?(\d{5})(?!\d)/gu;
const money = new RegExp(`(${whole})\\.(\\d{2}) ?บาท`, 'gu');
const percent = new RegExp(`(?:ร้อยละ ?)?((?:${whole})(?:\\.\\d+)?) ?%`, 'gu');
const range = /(?<![\d.,/-])([1-9][\d,]*(?:\.\d+)?) ?[-–—] ?([1-9][\d,]*(?:\.\d+)?)(?![\d/-])/gu;
const slash = /(\d+)\/(?=\d)/gu;
const dash = /(\d+)[-–—](?=\d)/gu;
const decimal = new RegExp(`(${whole})\\.(\\d+)`, 'gu');
const integer = new RegExp(whole, 'gu');
/** Words that a number belongs to: no pause is made before it. */
const joined = /(ที่|หมู่|จำนวน|ร้อยละ|เวลา|ข้อ|ปี|ปีงบประมาณ) (?=\d)/gu;

const GROUP = 3;
/** A telephone number in the groups it is written in, or in threes, the last of which may be longer. */
function spokenTelephone(written: string): string {
  const given = written.split(/[- ]/);
  const groups =
    given.length > 1
      ? given
      : [written.slice(0, GROUP), written.slice(GROUP, 2 * GROUP), written.slice(2 * GROUP)];
  return groups.map(spokenDigits).join(' ');
}

const toNumber = (written: string): number => Number(written.replaceAll(',', ''));
const spokenDecimal = (written: string): string => {
  const [before = '', behind] = written.split('.');
  return behind === undefined ? spokenWhole(before) : `${spokenWhole(before)}จุด${spokenDigits(behind)}`;
};

/** A range only where it rises: what does not is a number with a dash in it. */
const spokenRange = (all: string, from: string, to: string): string =>
  toNumber(from) < toNumber(to) ? `${spokenDecimal(from)}ถึง${spokenDecimal(to)}` : all;

const spokenMoney = (_: string, baht: string, satang: string): string =>
  `${spokenWhole(baht)}บาท${satang === '00' ? '' : `${spokenNumber(Number(satang))}สตางค์`}`;

/**
 * A Thai text as a speaker says it: numbers, dates, times, telephone numbers and amounts in words, abbreviations that
 * are known spelled out, addresses of the web replaced. What comes out holds no digit, Thai or Arabic.
 *
 * @param website what is said in the place of an address
 */
export function aloud(text: string, website: string): string {
  const written = arabicDigits(text).replace(address, website);
  const phones = written
    .replace(telephone, spokenTelephone)
    .replace(emergency, (_, word, gap, digits) => `${word}${gap}${spokenDigits(digits)}`)
    .replace(shortTelephone, (_, word, gap, digits) => `${word}${gap}${spokenDigits(digits)}`);
  return spelledAbbreviations(spokenTimes(spokenDates(phones)))
    .replace(postcode, (_, word, digits) => `${word} ${spokenDigits(digits)}`)
    .replace(joined, '$1')
    .replace(pricedWithDash, ' บาท')
    .replace(rate, 'ต่อ')
    .replace(money, spokenMoney)
    .replace(percent, (_, number) => `ร้อยละ${spokenDecimal(number)}`)
    .replace(range, spokenRange)
    .replace(slash, (_, number) => `${spokenWhole(number)}ทับ`)
    .replace(dash, (_, number) => `${spokenWhole(number)}ขีด`)
    .replace(decimal, spokenDecimal)
    .replace(integer, spokenWhole);
}
