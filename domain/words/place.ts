import type { Place } from '../agency/agency.ts';
import { comparable, letters } from './clean.ts';
import { withSpelledPlaces } from './spelled-number.ts';

/** What is counted after หมู or a bare ม, rather than numbered. หมู่ is never counted: "หมู่ 3 วันนี้น้ำไม่ไหล". */
const counted =
  '(?! ?(?:ตัว|กิโล|โล|ขีด|คอก|ชิ้น|เล้า|ฟาร์ม|วัน|คน|หลัง|ครั้ง|เดือน|ปี|ชั่วโมง|ชม|ต้น|หลอด|ดวง|จุด|เมตร|ม\\.|ซม|เซน|บาท|ที่|เส้น|สาย))';
const wordThenNumber = new RegExp(
  `(?:(?:หมู่บ้านที่|หมู่ที่|หมู่|หมุ่|หม่) ?(\\d{1,2})(?!\\d)|(?<!เนื้อ|ขี้|คอก|เลี้ยง|ฟาร์ม|กลิ่น|เล้า)หมู ?(\\d{1,2})(?!\\d)${counted})`,
  'gu',
);
/** ม.4, not กม.4 or ตร.ม.4, a school year (ชั้น ม.3, ม.3/2) or a length (ม.20 ซม.). */
const shortThenNumber = new RegExp(
  `(?<=^|[^ก-๙a-z.]|อยู่|บ้าน|ที่|แถว|ตรง|ใน|ของ|ชาว|เขต|ถนน|ซอย|วัด|โรงเรียน)ม(\\.) ?(\\d{1,2})(?![\\d/])${counted}`,
  'gu',
);
const bareThenNumber = new RegExp(`(?<=^|[^ก-๙a-z.]|อยู่|แถว|ตรง)ม ?(\\d{1,2})(?![\\d/])${counted}`, 'gu');
const schooling = /(?:(?<!โรง)เรียน|ชั้น|จบ|มัธยม|ห้อง|สอบ)[^0-9]{0,6}$/u;
const denial = /(?:ไม่ใช่|บ่แม่น)(?:ที่|อยู่|แถว)? ?$/u;

/**
 * The หมู่ a text names, as its number: หมู่ 4, หมู่ที่ ๔, หมู่สี่, ม.4, ม4. Undefined when it names none,
 * or several.
 */
export function placeNumber(text: string): number | undefined {
  const plain = withSpelledPlaces(comparable(text));
  const found = new Set<number>();
  for (const pattern of [wordThenNumber, shortThenNumber, bareThenNumber]) {
    for (const match of plain.matchAll(pattern)) {
      const before = plain.slice(0, match.index);
      const isSchooling = pattern !== wordThenNumber && schooling.test(before);
      if (!isSchooling && !denial.test(before))
        found.add(Number(match.findLast((group) => group !== undefined)));
    }
  }
  found.delete(0);
  return found.size === 1 ? found.values().next().value : undefined;
}

/**
 * The id of the place a text names, by its number or by the name of its village. Undefined when it
 * names none, or several, or a หมู่ that the agency does not have.
 */
export function guessPlace(text: string, places: readonly Place[]): string | undefined {
  const number = placeNumber(text);
  if (number !== undefined) return places.find((place) => place.number === number)?.id;
  return placeByName(text, places);
}

type Named = { readonly id: string; readonly name: string };

/** An agency's places stay the same for many messages: their names are prepared once. */
const known = new WeakMap<readonly Place[], readonly Named[]>();

/** Longest names first. */
function namesOf(places: readonly Place[]): readonly Named[] {
  const found = known.get(places);
  if (found) return found;
  const named = places
    .map(({ id, name }) => ({ id, name: letters(name).replace(/^บ้าน/u, '') }))
    .filter(({ name }) => name.length >= 2)
    .toSorted((a, b) => b.name.length - a.name.length);
  known.set(places, named);
  return named;
}

function placeByName(text: string, places: readonly Place[]): string | undefined {
  let rest = letters(text);
  const found = new Set<string>();
  for (const { id, name } of namesOf(places)) {
    const shape = name.length >= 4 ? name : `บ้าน${name}`;
    if (!rest.includes(shape)) continue;
    found.add(id);
    rest = rest.replaceAll(shape, ' ');
  }
  return found.size === 1 ? found.values().next().value : undefined;
}
