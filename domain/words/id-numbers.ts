import { arabicDigits } from './digits.ts';

const digitsOfId = 13;
const shown = 3;
/** Digits in groups, one space, dash or dot between them. */
const groupedDigits = /\d+(?:[ \u00a0.\-–]\d+)*/g;
/** How an identity card prints its number. */
const printedGroups = '1,4,5,2,1';

/**
 * A text in which Thai identity numbers (13 digits of any script, together, as the card prints them, or
 * alone in a row of groups) with a right check digit show only their last three digits; separators stay.
 * Other numbers are left alone: telephone numbers, and receipts, which have 16 digits.
 */
export function maskIdNumbers(text: string): string {
  const arabic = arabicDigits(text);
  let masked = '';
  let done = 0;
  for (const row of arabic.matchAll(groupedDigits)) {
    for (const { from, to } of idNumbersIn(row[0])) {
      const start = row.index + from;
      const end = row.index + to;
      masked += text.slice(done, start) + mask(text.slice(start, end));
      done = end;
    }
  }
  return masked + text.slice(done);
}

function* idNumbersIn(row: string): Generator<{ from: number; to: number }> {
  const groups = Array.from(row.matchAll(/\d+/g), (match) => ({ digits: match[0], at: match.index }));
  for (let first = 0; first < groups.length; first += 1) {
    const found = idNumberFrom(groups, first);
    if (found) {
      yield found;
      first = found.last;
    }
  }
}

function idNumberFrom(groups: readonly { digits: string; at: number }[], first: number) {
  const taken: string[] = [];
  for (const [offset, { digits, at }] of groups.slice(first, first + digitsOfId).entries()) {
    taken.push(digits);
    const number = taken.join('');
    if (number.length > digitsOfId) return undefined;
    if (number.length < digitsOfId) continue;
    const alone = taken.length === groups.length && !number.startsWith('0');
    const together = taken.length === 1;
    const printed = taken.map((group) => group.length).join() === printedGroups;
    return (alone || together || printed) && hasRightCheckDigit(number)
      ? { from: groups[first]?.at ?? 0, to: at + digits.length, last: first + offset }
      : undefined;
  }
  return undefined;
}

function hasRightCheckDigit(digits: string): boolean {
  const sum = Array.from(digits.slice(0, -1), Number).reduce(
    (total, digit, index) => total + digit * (digitsOfId - index),
    0,
  );
  return (11 - (sum % 11)) % 10 === Number(digits.at(-1));
}

function mask(number: string): string {
  let left = digitsOfId - shown;
  return number.replace(/\p{Nd}/gu, (digit) => (left-- > 0 ? 'x' : digit));
}
