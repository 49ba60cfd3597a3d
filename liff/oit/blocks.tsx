import { oitWords } from '../../domain/catalogue/oit.ts';
import { type Block, type Column, chartedTable, type Table } from '../../domain/evidence/content.ts';
import { type Digits, inDigits } from '../../domain/evidence/digits.ts';
import { shownCell } from '../../domain/evidence/shown.ts';
import { ChartView } from './chart.tsx';
import { QrCode } from './qr.tsx';
import { SignaturesView } from './signatures.tsx';

const say = oitWords.blocks;

/** Where a table's files are: CSV of itself, a workbook of all; absent where none are offered. */
export type Files = { csv(table: string): string; xlsx: string };

type Write = (words: string) => string;

function Row({
  row,
  columns,
  write,
}: {
  row: Table['rows'][number];
  columns: readonly Column[];
  write: Write;
}) {
  const [first, ...others] = columns;
  const shown = (column: Column, at: number) => write(shownCell(row.cells[at], column)) || '–';
  const classOf = (column: Column, at: number): string | undefined => {
    if (column.decimals !== undefined) return 'number';
    return shown(column, at).length > SHORT ? undefined : 'short';
  };
  return (
    <tr class={row.sum === true ? 'sum' : undefined}>
      {first !== undefined && <th scope="row">{shown(first, 0)}</th>}
      {others.map((column, at) => (
        <td key={column.label} class={classOf(column, at + 1)} data-label={write(column.label)}>
          {shown(column, at + 1)}
        </td>
      ))}
    </tr>
  );
}

/** Words so short that paper has room for them on one line, in UTF-16 units. */
const SHORT = 10;

/** Whether a table would not fit a phone: many columns, or several of words. */
const isLong = ({ columns }: Table): boolean =>
  columns.length > 5 || columns.filter(({ decimals }) => decimals === undefined).length > 2;

function TableBlock({ table, files, write }: { table: Table; files: Files | undefined; write: Write }) {
  const { id, columns, rows } = table;
  const caption = write(table.caption);
  return (
    <div id={`table-${id}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      <section class="wide" aria-label={say.table(caption)} tabIndex={0}>
        <table class={isLong(table) ? 'long' : undefined}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ label, decimals }) => (
                <th key={label} scope="col" class={decimals === undefined ? undefined : 'number'}>
                  {write(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, nth) => (
              <Row key={nth} row={row} columns={columns} write={write} />
            ))}
          </tbody>
        </table>
      </section>
      {files !== undefined && (
        <p class="files">
          {say.download} <a href={files.csv(id)}>CSV</a> <a href={files.xlsx}>Excel</a>
        </p>
      )}
    </div>
  );
}

/** Blank lines to write on. */
const Ruled = ({ lines }: { lines: number }) => (
  <>
    {Array.from({ length: lines }, (_, line) => (
      <div key={line} class="ruled" />
    ))}
  </>
);

interface BlockProps {
  block: Block;
  /** All that it stands among. */
  blocks: readonly Block[];
  digits?: Digits | undefined;
  files?: Files | undefined;
}

/** One block of a page of evidence. */
export function BlockView({ block, blocks, digits, files }: BlockProps) {
  const write: Write = (words) => inDigits(words, digits);
  switch (block.kind) {
    case 'heading':
      return <h2>{write(block.text)}</h2>;
    case 'text':
      return <p>{write(block.text)}</p>;
    case 'warning':
      return <p class="warn note">{say.warning(write(block.text))}</p>;
    case 'list': {
      const items = block.items.map((item) => <li key={item}>{write(item)}</li>);
      if (!block.ordered) return <ul>{items}</ul>;
      return <ol class={digits === 'thai' ? 'in-thai' : undefined}>{items}</ol>;
    }
    case 'facts':
      return (
        <dl>
          {block.rows.map(({ label, value, href }) => (
            <div key={label}>
              <dt>{write(label)}</dt>
              <dd>{href === undefined ? write(value) : <a href={href}>{value}</a>}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <TableBlock table={block} files={files} write={write} />;
    case 'chart': {
      const table = chartedTable(block, blocks);
      return table === undefined ? null : <ChartView chart={block} table={table} digits={digits} />;
    }
    case 'signatures':
      return <SignaturesView signatures={block} />;
    case 'photos':
      return (
        <ul class="proof-photos">
          {block.items.map(({ src, caption }, nth) => (
            <li key={src}>
              <figure>
                <img src={src} alt={say.photo(nth + 1)} loading="lazy" />
                <figcaption>{write(caption)}</figcaption>
              </figure>
            </li>
          ))}
        </ul>
      );
    case 'poster':
      return (
        <section class="sheet poster" aria-label={say.poster}>
          <h2>{block.title}</h2>
          <QrCode url={block.url} />
          <p class="address">{block.url}</p>
          {block.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      );
    case 'form':
      return (
        <section class="sheet" aria-label={say.form}>
          <h2>{block.title}</h2>
          <p>{block.intro}</p>
          {block.fields.map(({ label, lines }) => (
            <div key={label}>
              <p>{label}</p>
              <Ruled lines={lines} />
            </div>
          ))}
          <p>{block.outro}</p>
        </section>
      );
  }
}
