import { documentsWords } from '../catalogue/documents.ts';
import type { Block, Content, Table } from '../evidence/content.ts';
import { officialSignatures } from '../evidence/signatures.ts';
import type { RegisterRow } from '../staff/documents.ts';
import { answered, answeredSums } from './answered.ts';
import { type ListAbout, register } from './register.ts';

const say = documentsWords.lpa;

/** The tables of a list, their ids told apart from those of others in the same paper. */
const tablesIn = ({ blocks }: Content, suffix: string): Block[] =>
  blocks.flatMap((block) =>
    block.kind === 'signatures'
      ? []
      : [block.kind === 'table' ? { ...block, id: `${block.id}-${suffix}` } : block],
  );

/**
 * What LPA asks of handling complaints, in one paper: per cent done or told within the days, of all complaints and of
 * those from ศูนย์ดำรงธรรม, then the register and the proof for each.
 * Titles as LPA 2562 was published: https://www.wangchincity.org/lpa.php?id=2&start=11
 */
export function lpa(rows: readonly RegisterRow[], about: ListAbout): Content {
  const { firstAnswerDays: days, period, digits, today } = about;
  const complaints = rows.filter(({ kind }) => kind === 'complaint');
  const fromCentre = complaints.filter(({ channel }) => channel === 'damrongdhama');
  const sumsOf = (of: readonly RegisterRow[]) => answeredSums(of, days, today);
  const summary: Table = {
    kind: 'table',
    id: 'summary',
    caption: say.summary,
    columns: [
      { label: say.indicator },
      { label: say.received, decimals: 0 },
      { label: say.judged(days), decimals: 0 },
      { label: say.done(days), decimals: 0 },
      { label: say.percentage, decimals: 2 },
    ],
    rows: [[say.all, complaints] as const, [say.centre, fromCentre] as const].map(([label, of]) => {
      const { all, judged, within, percentage } = sumsOf(of);
      return { cells: [label, all, judged, within, percentage ?? null] };
    }),
  };
  const part = (heading: string, of: readonly RegisterRow[], id: string): Block[] => [
    { kind: 'heading', text: heading },
    ...tablesIn(register(of, about), id),
    ...(of.length === 0 ? [] : tablesIn(answered(of, about), id)),
  ];
  return {
    period,
    digits,
    method: say.method(days),
    blocks: [
      { kind: 'text', text: say.source },
      summary,
      ...part(say.all, complaints, 'all'),
      ...part(say.centre, fromCentre, 'centre'),
      officialSignatures,
    ],
  };
}
