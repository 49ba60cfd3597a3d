const units = ['', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'] as const;

const spelled = new Map<string, number>(
  [0, 1, 2].flatMap((tens) =>
    units.flatMap((unit, digit): [string, number][] => {
      const ten = tens === 0 ? '' : `${tens === 2 ? 'ยี่' : ''}สิบ`;
      const word = `${ten}${tens > 0 && digit === 1 ? 'เอ็ด' : unit}`;
      return word === '' ? [] : [[word, tens * 10 + digit]];
    }),
  ),
);

const longestFirst = [...spelled.keys()].toSorted((a, b) => b.length - a.length).join('|');
const afterPlace = new RegExp(`(หมู่บ้านที่|หมู่ที่|หมู่) ?(${longestFirst})(?![ะ-ฺ็-๎]|ร้อย|พัน|แยก|อี้)`, 'gu');
const alone = new RegExp(`^(ข้อที่|ข้อ|หมายเลข|เลข|อันที่|ที่)? ?(${longestFirst})$`, 'u');

const inDigits = (_: string, word: string | undefined, number: string): string =>
  `${word ?? ''}${spelled.get(number) ?? number}`;

/** หมู่สี่ as หมู่4, for numbers up to 29. Takes and gives what `comparable` gives. */
export const withSpelledPlaces = (text: string): string => text.replace(afterPlace, inDigits);

/** ข้อสอง as ข้อ2, where the text is nothing but that. */
export const withSpelledNumber = (text: string): string => text.replace(alone, inDigits);
