const digits = ['ศูนย์', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'] as const;
const powers = ['', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน'] as const;
const MILLION = 1_000_000;

/** What one decimal digit says at a power of ten below a million. */
function placed(digit: number, power: number, isFirst: boolean): string {
  if (digit === 0) return '';
  if (power === 0 && digit === 1 && !isFirst) return 'เอ็ด';
  if (power === 1 && digit === 1) return 'สิบ';
  if (power === 1 && digit === 2) return 'ยี่สิบ';
  return `${digits[digit]}${powers[power]}`;
}

/** A number below a million; `follows` where a larger part was said before it. */
function belowMillion(number: number, follows: boolean): string {
  const written = String(number);
  return [...written]
    .map((digit, at) => placed(Number(digit), written.length - 1 - at, at === 0 && !follows))
    .join('');
}

/**
 * A whole number as it is said, by the reading rules of the Royal Society of Thailand: a last one after anything is
 * เอ็ด, millions stack. `21` is ยี่สิบเอ็ด, `101` is หนึ่งร้อยเอ็ด.
 *
 * @throws RangeError for what is negative, no whole number, or not safe
 */
export function spokenNumber(number: number): string {
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError('not a whole number');
  if (number === 0) return digits[0];
  const millions = Math.floor(number / MILLION);
  if (millions === 0) return belowMillion(number, false);
  const rest = number % MILLION;
  return `${spokenNumber(millions)}ล้าน${rest === 0 ? '' : belowMillion(rest, true)}`;
}

/** Arabic digits one by one, as telephone numbers are said; everything else is left out. */
export const spokenDigits = (written: string): string =>
  written.replace(/[^0-9]/g, '').replace(/[0-9]/g, (digit) => digits[Number(digit)] ?? '');

const LONGEST_AMOUNT = 12;

/**
 * Arabic digits, thousands separated or not, as one number; digit by digit where they are no amount: with a zero in
 * front, or longer than twelve, as account numbers are.
 */
export function spokenWhole(written: string): string {
  const bare = written.replaceAll(',', '');
  const isAmount = bare.length <= LONGEST_AMOUNT && (bare === '0' || !bare.startsWith('0'));
  return isAmount ? spokenNumber(Number(bare)) : spokenDigits(bare);
}
