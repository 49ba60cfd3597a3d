import { z } from 'zod';
import { WebAddress } from '../words/web-address.ts';
import { Digits } from './digits.ts';

const text = z.string().min(1);
/** Where a link leads: the web, a telephone, a mailbox, or a page of this site. */
const href = z.string().regex(/^(https?:\/\/|tel:|mailto:|\/)/);

/** A number, words, or nothing to say. */
export const Cell = z.union([z.number(), z.string(), z.null()]);
export type Cell = z.infer<typeof Cell>;

/** With `decimals`, the column holds numbers and shows them so. */
export const Column = z.object({ label: text, decimals: z.int().min(0).max(2).optional() });
export type Column = z.infer<typeof Column>;

/** `id` names its CSV and its sheet. A row has a cell for each column; `sum` marks a row that adds up others. */
export const Table = z.object({
  kind: z.literal('table'),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  caption: text,
  columns: z.array(Column).min(1),
  rows: z.array(z.object({ cells: z.array(Cell).min(1), sum: z.boolean().optional() })),
});
export type Table = z.infer<typeof Table>;

/**
 * A picture of a table of the same content, its sums left out: its first column names each bar, `series` are columns
 * of numbers by their place, which together make the whole where there are several. `columns` stand, for what follows
 * in time; `bars` lie, for what has long names. `most` is the end of the scale where it is not the greatest number.
 */
export const Chart = z.object({
  kind: z.literal('chart'),
  table: z.string(),
  shape: z.enum(['columns', 'bars']),
  caption: text,
  series: z.array(z.int().min(1)).min(1).max(3),
  most: z.number().positive().optional(),
});
export type Chart = z.infer<typeof Chart>;

/** Lines to sign on, each by somebody in a `role`; what is not known is left to be written by hand. */
export const Signatures = z.object({
  kind: z.literal('signatures'),
  lines: z.array(z.object({ role: text, name: text.optional(), position: text.optional() })).min(1),
});
export type Signatures = z.infer<typeof Signatures>;

/** What a page of evidence is made of, from top to bottom. */
export const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text }),
  z.object({ kind: z.literal('text'), text }),
  z.object({ kind: z.literal('warning'), text }),
  z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(text).min(1) }),
  z.object({
    kind: z.literal('facts'),
    rows: z.array(z.object({ label: text, value: text, href: href.optional() })).min(1),
  }),
  Table,
  Chart,
  Signatures,
  /** Photos, each with what it shows in words. `src` is a place of this site. */
  z.object({
    kind: z.literal('photos'),
    items: z.array(z.object({ src: z.string().regex(/^\/[\w/-]+$/), caption: text })).min(1),
  }),
  /** A sheet to print by itself: a QR code that leads to `url`, with words to hang it up with. */
  z.object({
    kind: z.literal('poster'),
    title: text,
    lines: z.array(text).min(1),
    url: WebAddress,
  }),
  /** A sheet to print and fill in by hand: each field with the ruled lines it needs. */
  z.object({
    kind: z.literal('form'),
    title: text,
    intro: text,
    fields: z.array(z.object({ label: text, lines: z.int().min(1).max(12) })).min(1),
    outro: text,
  }),
]);
export type Block = z.infer<typeof Block>;

/** Both days belong to it; `words` say it to people. */
export const EvidencePeriod = z.object({ from: z.iso.date(), to: z.iso.date(), words: text });
export type EvidencePeriod = z.infer<typeof EvidencePeriod>;

/** The table that a chart draws. */
export const chartedTable = ({ table: id, series }: Chart, blocks: readonly Block[]): Table | undefined => {
  const found = blocks.find((block) => block.kind === 'table' && block.id === id);
  if (found?.kind !== 'table') return undefined;
  return series.every((at) => found.columns[at]?.decimals !== undefined) ? found : undefined;
};

/** What a builder makes: the page's matter, how it was come by, and the digits that people read it in. */
export const Content = z
  .object({
    period: EvidencePeriod.optional(),
    method: text,
    digits: Digits.optional(),
    blocks: z.array(Block).min(1),
  })
  .refine(
    ({ blocks }) =>
      blocks.every((block) => block.kind !== 'chart' || chartedTable(block, blocks) !== undefined),
    { error: 'a chart draws no table', path: ['blocks'] },
  );
export type Content = z.infer<typeof Content>;

export const tablesOf = ({ blocks }: Pick<Content, 'blocks'>): Table[] =>
  blocks.filter((block) => block.kind === 'table');
