import { thaiDate } from '../../calendar/thai-date.ts';
import { measuresReportWords as say } from '../../catalogue/evidence-measures.ts';
import { type DoneStep, isDone, type NamedMeasure, type Step } from '../../measures/measure.ts';
import { stateOf } from '../../measures/standing.ts';
import type { Block } from '../content.ts';

/** A step as a report counts it: taken within the period, or not. `no` is its measure's place among the measures. */
export type ReportedStep = { readonly no: number; readonly measure: NamedMeasure } & (
  | { readonly taken: true; readonly step: DoneStep }
  | { readonly taken: false; readonly step: Step; readonly isLate: boolean }
);

/**
 * Every step as it stood at the end of `until`: what was taken later is not taken yet. A step is late where its own
 * day is over on `today`.
 */
export const reportedSteps = (
  measures: readonly NamedMeasure[],
  until: string,
  today: string,
): ReportedStep[] =>
  measures.flatMap((measure, nth) =>
    measure.steps.map((step): ReportedStep => {
      const of = { no: nth + 1, measure };
      if (isDone(step) && step.day <= until) return { ...of, taken: true, step };
      return { ...of, taken: false, step, isLate: step.due <= until && step.due < today };
    }),
  );

const taken = (steps: readonly ReportedStep[]) => steps.filter((one) => one.taken);
const isProven = ({ step }: { step: DoneStep }): boolean => step.proofs.length > 0;

export function summaryBlocks(measures: readonly NamedMeasure[], steps: readonly ReportedStep[]): Block[] {
  const done = taken(steps);
  const open = steps.filter((one) => !one.taken);
  const proven = done.filter(isProven).length;
  const rows = measures.map((measure, nth) => {
    const of = steps.filter(({ no }) => no === nth + 1);
    const counts = { steps: of.length, done: taken(of).length };
    return { no: nth + 1, measure, ...counts, state: stateOf(counts) };
  });
  const { rows: named } = say;
  const sums: readonly (readonly [string, number])[] = [
    [named.measures, measures.length],
    [named.measuresDone, rows.filter(({ state }) => state === 'done').length],
    [named.steps, steps.length],
    [named.done, done.length],
    [named.open, open.length],
    [named.late, open.filter(({ isLate }) => isLate).length],
    [named.proven, proven],
    [named.unproven, done.length - proven],
  ];
  return [
    { kind: 'heading', text: say.overview },
    {
      kind: 'table',
      id: 'overview',
      caption: say.overviewCaption,
      columns: [{ label: say.what }, { label: say.count, decimals: 0 }],
      rows: sums.map(([label, count]) => ({ cells: [label, count] })),
    },
    {
      kind: 'table',
      id: 'summary',
      caption: say.summary,
      columns: [
        { label: say.no },
        { label: say.measure },
        { label: say.responsible },
        { label: say.period },
        { label: say.stepsAll, decimals: 0 },
        { label: say.stepsDone, decimals: 0 },
        { label: say.percent, decimals: 2 },
        { label: say.state },
      ],
      rows: rows.map(({ no, measure, steps: all, done: came, state }) => ({
        cells: [
          String(no),
          measure.lines.join('\n'),
          measure.responsible,
          measure.period,
          all,
          came,
          all === 0 ? null : Math.round((came / all) * 10_000) / 100,
          say.states[state],
        ],
      })),
    },
    { kind: 'chart', table: 'summary', shape: 'bars', caption: say.chart, series: [6], most: 100 },
  ];
}

function proofWords({ proofs }: DoneStep): string {
  const photos = proofs.filter(({ proof }) => proof === 'photo').length;
  const links = proofs.flatMap((one) => (one.proof === 'link' ? [one.url] : []));
  const words = [...(photos === 0 ? [] : [say.photos(photos)]), ...links];
  return words.length === 0 ? say.noProof : words.join('\n');
}

export function doneBlocks(steps: readonly ReportedStep[]): Block[] {
  const done = taken(steps);
  const heading: Block = { kind: 'heading', text: say.doneHeading };
  if (done.length === 0) return [heading, { kind: 'text', text: say.doneNothing }];
  const unproven = done.filter((one) => !isProven(one));
  return [
    heading,
    {
      kind: 'table',
      id: 'done',
      caption: say.doneCaption,
      columns: [
        { label: say.step },
        { label: say.no, decimals: 0 },
        { label: say.day },
        { label: say.note },
        { label: say.proof },
      ],
      rows: done.map(({ no, step }) => ({
        cells: [step.text, no, thaiDate(step.day, 'medium'), step.note ?? null, proofWords(step)],
      })),
    },
    { kind: 'heading', text: say.unprovenHeading },
    unproven.length === 0
      ? { kind: 'text', text: say.unprovenNothing }
      : { kind: 'list', ordered: false, items: unproven.map(({ no, step }) => say.named(no, step.text)) },
  ];
}

const whyOpen = (step: Step): string =>
  isDone(step) ? say.afterwards(thaiDate(step.day, 'medium')) : (step.because ?? say.noReason);

export function openBlocks(steps: readonly ReportedStep[]): Block[] {
  const open = steps.filter((one) => !one.taken);
  const heading: Block = { kind: 'heading', text: say.openHeading };
  if (open.length === 0) return [heading, { kind: 'text', text: say.openNothing }];
  return [
    heading,
    {
      kind: 'table',
      id: 'open',
      caption: say.openCaption,
      columns: [
        { label: say.step },
        { label: say.no, decimals: 0 },
        { label: say.due },
        { label: say.because },
      ],
      rows: open.map(({ no, step, isLate }) => {
        const due = thaiDate(step.due, 'medium');
        return { cells: [step.text, no, isLate ? say.late(due) : due, whyOpen(step)] };
      }),
    },
  ];
}

/** Where a photo of a measure is public, as long as the report is not taken down. */
export const photoAddress = (fiscalYear: number, measureId: string, sha256: string): string =>
  `/oit/${fiscalYear}/measures_report/photos/${measureId}/${sha256}`;

export function photoBlocks(steps: readonly ReportedStep[], fiscalYear: number): Block[] {
  const items = taken(steps).flatMap(({ no, measure, step }) =>
    step.proofs.flatMap((one) =>
      one.proof === 'photo'
        ? [
            {
              src: photoAddress(fiscalYear, measure.id, one.sha256),
              caption: say.photo(no, step.text, thaiDate(step.day, 'medium')),
            },
          ]
        : [],
    ),
  );
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: say.photosHeading },
        { kind: 'photos', items },
      ];
}
