import { besideReported, type Figure, figureOfItems, figureOfParts, known } from './figure.ts';
import type { Framework, Indicator, InstrumentId } from './framework.ts';
import { type Level, levelOf } from './levels.ts';
import type { Result } from './result.ts';
import { mean } from './rounding.ts';

export type ScoredSubIndicator = { readonly id: string; readonly name: string; readonly figure: Figure };

/** `figure` has two decimals. */
export type ScoredIndicator = {
  readonly no: number;
  readonly name: string;
  readonly instrument: InstrumentId;
  readonly figure: Figure;
  readonly subIndicators: readonly ScoredSubIndicator[];
};

/** `figure` is not rounded. */
export type ScoredInstrument = {
  readonly id: InstrumentId;
  readonly name: string;
  readonly weight: number;
  readonly figure: Figure;
};

export type Scored = {
  readonly fiscalYear: number;
  readonly indicators: readonly ScoredIndicator[];
  readonly instruments: readonly ScoredInstrument[];
  /** Two decimals. */
  readonly overall: Figure;
  /** The level that follows from the scores; absent while an instrument's score is unknown. */
  readonly level?: Level;
};

/**
 * Item → sub-indicator → indicator → instrument → overall → level. All means are equally weighted but for
 * the instruments. Indicators and the overall score are rounded as printed, nothing else is.
 *
 * An indicator is derived where the framework lets its items give it and each has one settled score; else
 * it is as reported; where nothing is reported, it is derived from the items there are.
 */
export function score(framework: Framework, result: Result): Scored {
  const indicators = framework.indicators.map((indicator) => scoreIndicator(indicator, result));
  const instruments = framework.instruments.map(({ id, name, weight }) => ({
    id,
    name,
    weight,
    figure: figureOfParts(
      indicators.filter(({ instrument }) => instrument === id).map(({ figure }) => figure),
      mean,
    ),
  }));
  const weighted = figureOfParts(
    instruments.map(({ figure }) => figure),
    (values) => values.reduce((sum, value, at) => sum + value * (instruments[at]?.weight ?? 0), 0) / 100,
  );
  const overall = besideReported(weighted, true, result.reported.overall);
  const level =
    overall.origin === 'derived'
      ? levelOf(
          framework,
          overall.value,
          instruments.flatMap(({ id, figure }) => (known(figure) ? [{ id, value: figure.value }] : [])),
        )
      : undefined;
  return { fiscalYear: framework.fiscalYear, indicators, instruments, overall, ...(level && { level }) };
}

function scoreIndicator({ no, name, instrument, basis }: Indicator, result: Result): ScoredIndicator {
  const reported = result.reported.indicators[no];
  const subIndicators =
    basis.kind === 'sub_indicators'
      ? basis.subIndicators.map((sub) => ({
          id: sub.id,
          name: sub.name,
          figure: figureOfItems(sub.items, result),
        }))
      : [];
  const figure =
    basis.kind === 'sub_indicators'
      ? figureOfParts(
          subIndicators.map((sub) => sub.figure),
          mean,
        )
      : figureOfItems(basis.items, result);
  const settled = figure.missing.length === 0 && figure.unsettled.length === 0;
  const usable = basis.kind !== 'report' && (settled || reported === undefined);
  return { no, name, instrument, subIndicators, figure: besideReported(figure, usable, reported) };
}
