/** The doctor's report as a terminal shows it. */
import { styleText } from 'node:util';
import { doctorSays as say } from '../domain/catalogue/doctor.ts';
import type { Finding, State } from '../domain/doctor/finding.ts';
import type { Report } from '../domain/doctor/report.ts';

type Style = Parameters<typeof styleText>[0];

const MARKS: Readonly<Record<State, { mark: string; style: Style }>> = {
  fine: { mark: '✓', style: 'green' },
  unchecked: { mark: '–', style: 'dim' },
  do: { mark: '✗', style: ['red', 'bold'] },
};

const NARROWEST = 40;
const WIDEST = 100;
const INDENT = 4;
const words = new Intl.Segmenter('th', { granularity: 'word' });
const letters = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** Columns that a text takes: vowels and tone marks above and below take none. */
const columns = (text: string): number => [...letters.segment(text)].length;

/** Something to type: it is never broken, so that it can be copied. */
const COMMAND = /^(npm run|firebase|openssl) /;

function broken(paragraph: string, width: number): string[] {
  if (COMMAND.test(paragraph)) return [paragraph];
  const lines: string[] = [];
  let line = '';
  for (const { segment } of words.segment(paragraph)) {
    if (columns(line) + columns(segment) > width && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? segment.trimStart() : segment;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** A text in lines of at most so many columns, broken between words, which Thai writes without spaces. */
export const wrapped = (text: string, width: number): string[] =>
  text.split('\n').flatMap((paragraph) => broken(paragraph, width));

/** `columns`: how wide it is; `colour`: whether it shows any. */
export interface Terminal {
  columns?: number | undefined;
  colour: boolean;
}

/** The report in lines; in colour where a terminal shows it, and never by colour alone. */
export function printed({ deployment, agencies, counts }: Report, terminal: Terminal): string[] {
  const width = Math.min(WIDEST, Math.max(NARROWEST, terminal.columns ?? WIDEST));
  const paint = (style: Style, text: string): string =>
    terminal.colour ? styleText(style, text, { validateStream: false }) : text;
  const indented = (text: string, style?: Style, lead = ''): string[] =>
    wrapped(text, width - INDENT - columns(lead)).map((line, at) => {
      const begun = `${at === 0 ? lead : ' '.repeat(columns(lead))}${line}`;
      return `${' '.repeat(INDENT)}${style === undefined ? begun : paint(style, begun)}`;
    });
  const shown = ({ state, name, said, todo }: Finding): string[] => {
    const { mark, style } = MARKS[state];
    const told = state === 'do' ? 'red' : 'dim';
    const title = `  ${paint(style, mark)} ${paint('bold', name)}`;
    const isShort = !said.includes('\n') && columns(`  ${mark} ${name}  ${said}`) <= width;
    return [
      ...(isShort ? [`${title}  ${paint(told, said)}`] : [title, ...indented(said, told)]),
      ...(todo === undefined ? [] : indented(todo, undefined, '→ ')),
    ];
  };
  const part = (title: string, findings: readonly Finding[]): string[] => [
    '',
    paint(['bold', 'underline'], title),
    ...findings.flatMap(shown),
  ];
  const legend = (['fine', 'unchecked', 'do'] as const)
    .map((state) => `${MARKS[state].mark} ${say.state[state]}`)
    .join('   ');
  return [
    `${paint('bold', say.title)}   ${paint('dim', legend)}`,
    ...part(say.deployment, deployment),
    ...agencies.flatMap(({ id, name, findings }) => part(`${name} (${id})`, findings)),
    '',
    paint(counts.do > 0 ? ['red', 'bold'] : ['green', 'bold'], say.summary(counts.do, counts.unchecked)),
  ];
}
