import type { Basis, Framework, ItemCode, SubIndicator } from '../framework.ts';
import type { SourceId } from '../sources.ts';
import { fiveWords, indicatorNames, instruments } from './common.ts';
import { oit2566 } from './oit-2566.ts';
import { questions2566 } from './questions-2566.ts';

const range = (letter: string, from: number, to: number): ItemCode[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `${letter}${from + at}`);

/** Six questions each; the grouping follows from the report's figures. */
const ofStaff = (no: number): Basis => ({
  kind: 'items',
  items: range('i', 6 * no - 5, 6 * no),
  seen: 'inferred',
  source: 'khoen_2566',
});

/** Five questions each; the printed questions do not give the printed indicator, so neither is reckoned. */
const ofResidents = (no: number): Basis => ({
  kind: 'report',
  items: range('e', 5 * no - 29, 5 * no - 25),
  seen: 'inferred',
  source: 'khoen_2566',
});

/** Where a source shows the first item the range is seen, else it fills the gap and agrees with the report. */
const sub = (id: string, from: number, to: number, name: string, source?: SourceId): SubIndicator => ({
  id,
  name,
  items: range('o', from, to),
  ...(source ? { seen: 'seen', source } : { seen: 'inferred', source: 'khoen_2566' }),
});

const disclosure: Basis = {
  kind: 'sub_indicators',
  seen: 'inferred',
  source: 'khoen_2566',
  subIndicators: [
    sub('9.1', 1, 10, 'ข้อมูลพื้นฐาน'),
    sub('9.2', 11, 18, 'การบริหารงาน', 'hia_2566'),
    sub('9.3', 19, 22, 'การบริหารเงินงบประมาณ'),
    sub('9.4', 23, 26, 'การบริหารและพัฒนาทรัพยากรบุคคล'),
    sub('9.5', 27, 30, 'การส่งเสริมความโปร่งใส', 'mkschool_2566'),
  ],
};

const prevention: Basis = {
  kind: 'sub_indicators',
  seen: 'inferred',
  source: 'khoen_2566',
  subIndicators: [
    sub('10.1', 31, 38, 'การดำเนินการเพื่อป้องกันการทุจริต', 'skm_2566'),
    sub('10.2', 39, 43, 'มาตรการส่งเสริมคุณธรรมและความโปร่งใส', 'skm_2566'),
  ],
};

const basisOf = (no: number): Basis => {
  if (no <= 5) return ofStaff(no);
  if (no <= 8) return ofResidents(no);
  return no === 9 ? disclosure : prevention;
};

export const framework2566: Framework = {
  fiscalYear: 2566,
  instruments: instruments({ seen: 'seen', source: 'phayao_tool' }),
  indicators: indicatorNames.map((indicator) => ({
    ...indicator,
    seen: 'seen',
    source: 'khoen_2566',
    basis: basisOf(indicator.no),
  })),
  items: [...questions2566, ...oit2566],
  withoutItem: [],
  levels: { rules: fiveWords, seen: 'seen', source: 'phayao_tool' },
};
