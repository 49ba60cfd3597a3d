import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import type { ConsoleTipsWords } from '../../../domain/catalogue/console-tips.ts';
import type { TarFile } from '../vault/tar.ts';
import type { ShownTip } from './fetch-tip.ts';

const utf8 = new TextEncoder();

/** A tip as files: its thread as text, its photos beside it. `labels`: what office and kind are called. */
export function filesOf(
  { answer, tip }: ShownTip,
  say: ConsoleTipsWords,
  labels: { office: string; kind: string },
): TarFile[] {
  const { one, download } = say;
  const head = [
    download.head(answer.name, thaiDate(answer.received, 'long')),
    `${one.office} ${labels.office}`,
    `${one.kind} ${labels.kind}`,
  ].join('\n');
  const lines = tip.lines.map(({ from, text, day }) => {
    const when = day === undefined ? '' : ` ${thaiDate(day, 'long')}`;
    return `${from === 'reporter' ? one.reporter : one.staff}${when}\n${text}`;
  });
  return [
    { name: download.thread, octets: utf8.encode(`${[head, ...lines].join('\n\n')}\n`) },
    ...tip.photos.map(({ octets }, index) => ({ name: download.photo(index + 1), octets })),
  ];
}
