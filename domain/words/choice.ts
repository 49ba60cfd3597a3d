import { comparable, lettersOf } from './clean.ts';
import { type LabelKey, labelKey, nearestLabel } from './nearest-label.ts';
import { particles } from './particles.ts';
import { withSpelledNumber, withSpelledPlaces } from './spelled-number.ts';
import { wordList } from './word-list.ts';

/** Words before a choice that add nothing to it: "เอาข้อ 2", "ขอแจ้งซ่อม". */
const openers = wordList('เลือก ตอบ กด เอา ขอ อยาก ต้องการ เรื่อง อัน เป็น ข้อ');
const closers = particles.filter((particle) => particle !== 'แล้ว' && particle !== 'ที');

const numberAlone =
  /^(?:(?:เลือก|ตอบ|กด|เอา)? ?(?:ข้อที่|ข้อ|หมายเลข|เลขที่|เลข|เบอร์|ลำดับที่|ลำดับ|อันที่|ตัวที่|ที่|no\.?|#)? ?)\(?(\d{1,2})\)?[.)\]]?$/u;
const numberThenLabel = /^\(?(\d{1,2})(?:[.)\]:]+ ?| )(\D.*)$/u;
/** A label that carries a number people call it by: "หมู่ 4", "5 มากที่สุด"; not an age band. */
const ownNumber = /^(?:หมู่บ้านที่|หมู่ที่|หมู่|ม\.|ข้อ)? ?(\d{1,2})(?![\d\-–/]| ?(?:ปี|วัน|เดือน|บาท|คน))/u;
const placeWord = /^(?:หมู่บ้านที่|หมู่ที่|หมู่|หมู|ม\.|ม) ?(?=\d)/u;
const keycapMarks = /\ufe0f|\u20e3/g;
/** Longer than any label with words around it, in UTF-16 units. */
const longestAnswerUnits = 120;

/**
 * The index of the label that a typed answer means: its number (1, ๑, "ข้อ 1", "1."), the label, one of
 * its parts ("แจ้งซ่อม" of "แจ้งปัญหา/แจ้งซ่อม"), or nearly one of them. Undefined when no label is clearly
 * meant, and for any longer text that merely contains a label.
 *
 * A number that a label carries itself ("หมู่ 4", "5 มากที่สุด") goes before its position.
 */
export function matchChoice(text: string, labels: readonly string[]): number | undefined {
  const typed = comparable(text.replace(keycapMarks, ''));
  if (typed.length > longestAnswerUnits) return undefined;
  const { owns, keys } = preparedLabels(labels);
  const bare = withSpelledPlaces(withSpelledNumber(withoutClosers(typed)));
  const number = numberAlone.exec(bare)?.[1];
  if (number !== undefined) return byNumber(Number(number), owns);
  const whole = byWords([typed, bare], keys);
  if (whole !== undefined) return whole;
  const [, prefix, rest] = numberThenLabel.exec(bare) ?? [];
  if (prefix === undefined || rest === undefined) return undefined;
  const meant = byWords([rest], keys);
  return meant === byNumber(Number(prefix), owns) ? meant : undefined;
}

function byNumber(number: number, owns: Prepared['owns']): number | undefined {
  const carriers = owns.flatMap((own, index) => (own === number ? [index] : []));
  if (carriers.length === 1) return carriers[0];
  const index = number - 1;
  return index < owns.length && owns[index] === undefined ? index : undefined;
}

const byWords = (typed: readonly string[], keys: readonly LabelKey[]): number | undefined =>
  nearestLabel([...new Set([...typed, ...typed.map(withoutOpeners)])].map(keyOf), keys);

/** Labels that are offered together: the number that each carries itself, and every way to say one. */
type Prepared = {
  readonly owns: readonly (number | undefined)[];
  readonly keys: readonly LabelKey[];
};

/** The same labels come back with every question: what is made of them is kept, up to a bound. */
const known = new Map<string, Prepared>();
const mostKnown = 200;

function preparedLabels(labels: readonly string[]): Prepared {
  const together = labels.join('\0');
  const found = known.get(together);
  if (found?.owns.length === labels.length) return found;
  const plain = labels.map(comparable);
  const prepared = {
    owns: plain.map((label) => {
      const own = ownNumber.exec(label)?.[1];
      return own === undefined ? undefined : Number(own);
    }),
    keys: plain.flatMap((label, index) => keysOf(label).map((key) => ({ index, ...labelKey(key) }))),
  };
  if (known.size >= mostKnown) known.clear();
  known.set(together, prepared);
  return prepared;
}

/** The letters of a label, of it without what is in brackets or a number before it, and of its parts. */
function keysOf(label: string): string[] {
  const parts = [
    label,
    label.replace(/\(.*?\)/g, ''),
    label.replace(/^\d{1,2}[.)]? /, ''),
    ...label.split('/'),
  ];
  return [...new Set(parts.map(keyOf))];
}

const keyOf = (words: string): string => lettersOf(words.trim().replace(placeWord, 'หมู่ '));

function withoutClosers(text: string): string {
  const bare = text.replace(/[^\p{L}\p{M}\p{N})\].]+$/u, '');
  const closer = closers.find((particle) => bare.length > particle.length && bare.endsWith(particle));
  return closer === undefined ? bare : withoutClosers(bare.slice(0, -closer.length));
}

function withoutOpeners(text: string): string {
  const opener = openers.find((word) => text.startsWith(word) && text.length > word.length);
  return opener === undefined ? text : withoutOpeners(text.slice(opener.length).trimStart());
}
