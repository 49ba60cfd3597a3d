import { homeDataWords as say } from '../catalogue/home.ts';
import type { EvidenceKey } from '../evidence/keys.ts';
import type { Figure } from '../ita/figure.ts';
import type { Framework, ItemCode } from '../ita/framework.ts';
import { frameworkOf } from '../ita/frameworks.ts';
import { keysIn } from '../ita/keys.ts';
import { correctedText, linesOfIssue, previousResult } from '../ita/read-report.ts';
import type { Report } from '../ita/report.ts';
import { type Judgement, type RawResult, type Result, resultOf } from '../ita/result.ts';
import { score } from '../ita/scoring.ts';
import { bestSteps } from '../ita/whatif.ts';
import type { HomeFigure, HomeIndicator, HomeItem, HomeResult } from './home.ts';

/** A year's result as it was imported and approved. */
export type ApprovedYear = {
  readonly raw: RawResult;
  readonly judgements: readonly Judgement[];
  readonly report?: Report | undefined;
  readonly approvedOn: string;
  readonly approvedBy: string;
};

const figureOf = (figure: Figure): HomeFigure =>
  figure.origin === 'unknown' ? { origin: 'unknown' } : { origin: figure.origin, value: figure.value };

type Previous = NonNullable<HomeResult['previous']> & { readonly scores: Readonly<Record<string, number>> };

/** The year before: the report's own table, which does not say which year it is, or that year's result. */
function previousOf({ raw, report }: ApprovedYear, before: ApprovedYear | undefined): Previous | undefined {
  const told: Result | undefined = report && previousResult(report);
  const earlier = before && before.raw.fiscalYear < raw.fiscalYear ? before : undefined;
  const result = told ?? (earlier && resultOf(earlier.raw, earlier.judgements));
  const framework = result && frameworkOf(result.fiscalYear);
  if (result === undefined || framework === undefined) return undefined;
  const { overall, indicators } = score(framework, result);
  return {
    label: report === undefined ? say.year(result.fiscalYear) : say.yearBefore,
    ...(report === undefined ? {} : { note: say.overallReckoned(report.previous.label) }),
    ...(overall.origin === 'unknown' ? {} : { overall: overall.value }),
    scores: Object.fromEntries(
      indicators.flatMap(({ no, figure }) =>
        figure.origin === 'unknown' ? [] : [[String(no), figure.value]],
      ),
    ),
  };
}

function indicatorsOf(framework: Framework, result: Result, previous: Previous | undefined): HomeIndicator[] {
  return score(framework, result).indicators.map(({ no, name, instrument, figure, subIndicators }) => {
    const basis = framework.indicators.find((indicator) => indicator.no === no)?.basis;
    const before = previous?.scores[String(no)];
    const groups =
      basis?.kind === 'sub_indicators'
        ? basis.subIndicators.map(({ id, name: groupName, items }) => {
            const sub = subIndicators.find((one) => one.id === id);
            return { id, name: groupName, items, ...(sub && { figure: figureOf(sub.figure) }) };
          })
        : [{ items: basis?.items ?? [] }];
    return {
      no,
      name,
      instrument,
      figure: figureOf(figure),
      groups,
      ...(before === undefined ? {} : { previous: before }),
    };
  });
}

function itemsOf(
  framework: Framework,
  result: Result,
  shown: ReadonlySet<EvidenceKey>,
  mended: (text: string) => string,
): HomeItem[] {
  return framework.items.map(({ code, title }) => {
    const item = result.items[code];
    const evidence = evidenceOf(code, framework.fiscalYear, shown);
    return {
      code,
      title: mended(title),
      scores: item === undefined ? [] : item.kind === 'several' ? item.scores : [item.score],
      ...(item?.kind === 'judged' ? { because: item.because } : {}),
      ...(evidence === undefined ? {} : { evidence }),
    };
  });
}

const evidenceOf = (
  code: ItemCode,
  fiscalYear: number,
  shown: ReadonlySet<EvidenceKey>,
): EvidenceKey | undefined => {
  const keys = new Set<string>(keysIn(code, fiscalYear));
  return [...shown].find((key) => keys.has(key));
};

/** What the page shows of a year's result; nothing where the year's framework is not known. */
export function homeResult(
  year: ApprovedYear,
  before: ApprovedYear | undefined,
  shown: ReadonlySet<EvidenceKey>,
): HomeResult | undefined {
  const { raw, judgements, report, approvedOn, approvedBy } = year;
  const framework = frameworkOf(raw.fiscalYear);
  if (framework === undefined) return undefined;
  const result = resultOf(raw, judgements);
  const scored = score(framework, result);
  const previous = previousOf(year, before);
  const { steps, notReckoned } = bestSteps(framework, result);
  const mended = (text: string): string => (report === undefined ? text : correctedText(report, text));
  return {
    fiscalYear: raw.fiscalYear,
    approvedOn,
    approvedBy,
    overall: figureOf(scored.overall),
    ...(scored.level && {
      level: {
        label: scored.level.label,
        ...(scored.level.next && {
          next: { ...scored.level.next, instruments: [...scored.level.next.instruments] },
        }),
      },
    }),
    instruments: scored.instruments.map(({ id, name, weight, figure }) => ({
      id,
      name,
      weight,
      figure: figureOf(figure),
    })),
    indicators: indicatorsOf(framework, result, previous),
    items: itemsOf(framework, result, shown, mended),
    issues:
      report?.issues.map(({ no, title, analysis }) => ({
        no,
        title,
        lines: linesOfIssue(report, no).map(({ code, score: printed }) => ({ code, score: printed })),
        analysis: analysis.map(({ heading, text }) => ({ heading, text: mended(text) })),
      })) ?? [],
    steps: steps.map(({ code, title, gain, overall, disclosure, level }) => ({
      code,
      title,
      gain,
      overall,
      disclosure,
      ...(level && { level: level.label }),
    })),
    notReckoned: [...notReckoned],
    ...(previous && {
      previous: {
        label: previous.label,
        ...(previous.note === undefined ? {} : { note: previous.note }),
        ...(previous.overall === undefined ? {} : { overall: previous.overall }),
      },
    }),
    constraints:
      report?.constraints.map(({ heading, bullets }) => ({ heading, bullets: bullets.map(mended) })) ?? [],
    notes: report?.notes.map(({ thai }) => thai) ?? [],
  };
}
