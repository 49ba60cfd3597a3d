import { assessedWords as say } from '../../catalogue/evidence-measures.ts';
import { known } from '../../ita/figure.ts';
import type { Framework } from '../../ita/framework.ts';
import { frameworkOf } from '../../ita/frameworks.ts';
import { correctedText, linesOfIssue } from '../../ita/read-report.ts';
import type { Report } from '../../ita/report.ts';
import { type Result, resultOf } from '../../ita/result.ts';
import { asPrinted, mean } from '../../ita/rounding.ts';
import { type Scored, score } from '../../ita/scoring.ts';
import type { Block, Table } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';

/** What an indicator or instrument needs for `ผ่านดี`; less is a weak point. */
export const WEAK_BELOW = 85;

const scored = (value: number): string => value.toFixed(2);

function overview({ overall, level, instruments }: Scored): Block {
  const shown = (figure: Scored['overall']): string =>
    known(figure)
      ? `${scored(figure.value)}${figure.origin === 'reported' ? ` (${say.reported})` : ''}`
      : say.unknown;
  return {
    kind: 'facts',
    rows: [
      { label: say.overall, value: shown(overall) },
      ...(level === undefined ? [] : [{ label: say.level, value: level.label }]),
      ...instruments.map(({ id, name, figure }) => ({ label: `${name} (${id})`, value: shown(figure) })),
    ],
  };
}

/** Indicators with a score, lowest first. */
const ranked = ({ indicators }: Scored) =>
  indicators
    .flatMap(({ no, name, figure }) => (known(figure) ? [{ no, name, value: figure.value }] : []))
    .toSorted((a, b) => a.value - b.value || a.no - b.no);

const indicatorTable = (result: Scored): Table => ({
  kind: 'table',
  id: 'indicators',
  caption: say.indicators,
  columns: [{ label: say.indicator }, { label: say.no, decimals: 0 }, { label: say.score, decimals: 2 }],
  rows: ranked(result).map(({ no, name, value }) => ({ cells: [name, no, value] })),
});

function issueTable(report: Report): Table {
  const rows = report.issues.flatMap(({ no, title }) => {
    const lines = linesOfIssue(report, no);
    const [first, ...others] = lines.map((line) => line.score);
    const lowest = lines.toSorted((a, b) => a.score - b.score)[0];
    if (first === undefined || lowest === undefined) return [];
    const average = asPrinted(mean([first, ...others]));
    const name = say.issueNo(no, correctedText(report, title));
    return [{ cells: [name, lines.length, average, say.item(lowest.code, scored(lowest.score))] }];
  });
  return {
    kind: 'table',
    id: 'issues',
    caption: say.issues,
    columns: [
      { label: say.issue },
      { label: say.items, decimals: 0 },
      { label: say.average, decimals: 2 },
      { label: say.lowest },
    ],
    rows,
  };
}

/** The items whose only score is zero, as the year numbers them. */
const zeroItems = (framework: Framework, result: Result) =>
  framework.items.filter(({ code }) => {
    const item = result.items[code];
    return item !== undefined && item.kind !== 'several' && item.score === 0;
  });

function weakPoints(framework: Framework, result: Result, all: Scored): Block[] {
  const weak = ranked(all).filter(({ value }) => value < WEAK_BELOW);
  const zeros = zeroItems(framework, result);
  const table: Table = {
    kind: 'table',
    id: 'zeros',
    caption: say.zeros,
    columns: [{ label: say.code }, { label: say.title }],
    rows: zeros.map(({ code, title }) => ({ cells: [code, title] })),
  };
  return [
    { kind: 'heading', text: say.weak },
    ...(weak.length === 0
      ? [{ kind: 'text' as const, text: say.noWeakIndicators(WEAK_BELOW) }]
      : [
          { kind: 'text' as const, text: say.weakIndicators(WEAK_BELOW) },
          {
            kind: 'list' as const,
            ordered: false,
            items: weak.map(({ name, no, value }) => `${no}. ${name} ${scored(value)}`),
          },
        ]),
    zeros.length === 0 ? { kind: 'text', text: say.noZeros } : table,
  ];
}

const analysisTable = (report: Report): Table => ({
  kind: 'table',
  id: 'analysis',
  caption: say.analysis,
  columns: [{ label: say.issue }, { label: say.kind }, { label: say.text }],
  rows: report.issues.flatMap(({ no, title, analysis }) =>
    analysis.map(({ heading, text }) => ({
      cells: [say.issueNo(no, correctedText(report, title)), heading, correctedText(report, text)],
    })),
  ),
});

/** What a year's approved result says: scores, weak points, and the report's own analysis where `whole`. */
export function assessedBlocks(
  { assessed }: Pick<EvidenceInputs, 'assessed'>,
  year: number,
  whole: boolean,
): Block[] {
  const found = assessed.find(({ raw }) => raw.fiscalYear === year);
  const framework = frameworkOf(year);
  const heading: Block = { kind: 'heading', text: say.heading(year) };
  if (found === undefined || framework === undefined)
    return [heading, { kind: 'text', text: say.none(year) }];
  const { raw, judgements, report } = found;
  const result = resultOf(raw, judgements);
  const all = score(framework, result);
  return [
    heading,
    overview(all),
    ...(whole ? [indicatorTable(all)] : []),
    ...(report === undefined ? [] : [issueTable(report), { kind: 'text' as const, text: say.issueNote }]),
    ...weakPoints(framework, result, all),
    ...(whole && report !== undefined ? [analysisTable(report)] : []),
  ];
}
