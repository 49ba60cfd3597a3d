import { oitWords } from '../../domain/catalogue/oit.ts';
import type { Chart, Column, Table } from '../../domain/evidence/content.ts';
import { type Digits, inDigits } from '../../domain/evidence/digits.ts';
import { shownCell } from '../../domain/evidence/shown.ts';

/** Pixels: how high the tallest column is, and the room for words above and below. */
const HEIGHT = 160;
const ABOVE = 24;
const BELOW = 44;
const BAR = 22;
/** How much of its place a column fills. */
const FILLED = 0.7;

interface Mark {
  name: string;
  /** What each series has, in the order of the series. */
  parts: number[];
  /** All of it, as people read it. */
  words: string;
}

interface Drawn {
  marks: Mark[];
  most: number;
  /** Begins the ids of this chart's patterns. */
  id: string;
}

const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

function marksOf(table: Table, { series }: Chart, digits: Digits | undefined): Mark[] {
  const first: Column = table.columns[0] ?? { label: '' };
  const counted: Column = table.columns[series[0] ?? 0] ?? { label: '' };
  return table.rows
    .filter(({ sum }) => sum !== true)
    .map(({ cells }) => {
      const found = series.map((at) => cells[at]);
      const parts = found.map((cell) => (typeof cell === 'number' ? Math.max(0, cell) : 0));
      const known = found.some((cell) => typeof cell === 'number');
      return {
        name: inDigits(shownCell(cells[0], first), digits),
        parts,
        words: known ? inDigits(shownCell(total(parts), counted), digits) : '–',
      };
    });
}

const fill = (id: string, nth: number): string => (nth === 0 ? 'currentColor' : `url(#${id}-${nth})`);

/** Series are told apart by pattern, so that they differ in print and without colours. */
const Patterns = ({ id }: { id: string }) => (
  <defs>
    <pattern id={`${id}-1`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="3" height="7" fill="currentColor" />
    </pattern>
    <pattern id={`${id}-2`} width="7" height="7" patternUnits="userSpaceOnUse">
      <circle cx="3.5" cy="3.5" r="1.5" fill="currentColor" />
    </pattern>
  </defs>
);

function Columns({ marks, most, id }: Drawn) {
  const place = 100 / marks.length;
  const base = ABOVE + HEIGHT;
  return (
    <>
      {marks.map(({ name, parts, words }, at) => {
        const middle = `${(at + 0.5) * place}%`;
        const heights = parts.map((part) => (part / most) * HEIGHT);
        const [line, ...rest] = name.split(' ');
        return (
          <g key={name}>
            {heights.map((height, nth) => (
              <rect
                key={nth}
                x={`${(at + (1 - FILLED) / 2) * place}%`}
                width={`${FILLED * place}%`}
                y={base - total(heights.slice(0, nth + 1))}
                height={height}
                fill={fill(id, nth)}
                stroke="currentColor"
              />
            ))}
            <text x={middle} y={base - total(heights) - 6} text-anchor="middle">
              {words}
            </text>
            <text x={middle} y={base + 18} text-anchor="middle">
              {line}
            </text>
            <text x={middle} y={base + 36} text-anchor="middle" class="rest">
              {rest.join(' ')}
            </text>
          </g>
        );
      })}
      <line x1="0" x2="100%" y1={base} y2={base} stroke="currentColor" />
    </>
  );
}

/** One lying bar, its words beside it as text that breaks where it must. */
function Lying({ mark: { name, parts, words }, most, id }: { mark: Mark; most: number; id: string }) {
  const wide = parts.map((part) => (part / most) * 100);
  return (
    <div class="lying">
      <span>{name}</span>
      <svg width="100%" height={BAR} aria-hidden="true">
        <Patterns id={id} />
        {wide.map((width, nth) => (
          <rect
            key={nth}
            x={`${total(wide.slice(0, nth))}%`}
            width={`${width}%`}
            height={BAR}
            fill={fill(id, nth)}
            stroke="currentColor"
          />
        ))}
      </svg>
      <b>{words}</b>
    </div>
  );
}

function Legend({ chart: { series }, table, id }: { chart: Chart; table: Table; id: string }) {
  if (series.length < 2) return null;
  return (
    <p class="legend">
      {series.map((at, nth) => (
        <span key={at}>
          <svg width="18" height="18" aria-hidden="true">
            <Patterns id={`${id}-key`} />
            <rect width="18" height="18" fill={fill(`${id}-key`, nth)} stroke="currentColor" />
          </svg>{' '}
          {table.columns[at]?.label}
        </span>
      ))}
    </p>
  );
}

/** A table as a picture. It says nothing that its table does not say. */
export function ChartView({
  chart,
  table,
  digits,
}: {
  chart: Chart;
  table: Table;
  digits: Digits | undefined;
}) {
  const caption = inDigits(chart.caption, digits);
  const id = `chart-${chart.table}-${chart.series.join('-')}`;
  const marks = marksOf(table, chart, digits);
  if (marks.length === 0) return null;
  const most = chart.most ?? Math.max(1, ...marks.map(({ parts }) => total(parts)));
  const drawn = { marks, most, id };
  return (
    <figure class="chart" aria-label={oitWords.blocks.chart(caption)}>
      <figcaption>{caption}</figcaption>
      <Legend chart={chart} table={table} id={id} />
      {chart.shape === 'columns' ? (
        <svg width="100%" height={ABOVE + HEIGHT + BELOW} aria-hidden="true">
          <Patterns id={id} />
          <Columns {...drawn} />
        </svg>
      ) : (
        marks.map((mark, at) => <Lying key={at} mark={mark} most={most} id={`${id}-${at}`} />)
      )}
    </figure>
  );
}
