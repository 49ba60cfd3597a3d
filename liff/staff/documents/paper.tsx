import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import type { ConsoleDocumentsWords } from '../../../domain/catalogue/console-documents.ts';
import { ListName } from '../../../domain/documents/names.ts';
import { tablesOf } from '../../../domain/evidence/content.ts';
import { inDigits } from '../../../domain/evidence/digits.ts';
import { BlockView } from '../../oit/blocks.tsx';
import { failureWords, useConsole } from '../console.ts';
import { save } from '../keys/save.ts';
import { Button } from '../parts/button.tsx';
import type { Chosen } from './chosen.ts';
import type { ShownPaper } from './use-paper.ts';

/** Printing, and the same as files. */
function Files({ chosen, paper, say }: { chosen: Chosen; paper: ShownPaper; say: ConsoleDocumentsWords }) {
  const { api, toast, say: shell } = useConsole();
  const { what, year, preset, digits } = chosen;
  const isList = ListName.safeParse(what).success;
  const download = async (format: 'xlsx' | 'csv', table?: string): Promise<void> => {
    const path = isList ? '/register/file' : `/documents/${what}/file`;
    const found = await api.octets(path, {
      ...(isList ? { what } : {}),
      year,
      preset,
      digits,
      format,
      table,
    });
    if (!found.ok) return toast({ words: failureWords(shell, found.why) });
    const name = [what, year, preset, ...(table === undefined ? [] : [table])].join('-');
    save(new Uint8Array(await found.value.arrayBuffer()), `${name}.${format}`);
    toast({ words: say.saved });
  };
  return (
    <div class="no-print paper-files">
      <p class="inline-actions">
        <Button press={() => window.print()}>{say.print}</Button>
        <Button kind="second" press={() => download('xlsx')}>
          {say.excel}
        </Button>
        {tablesOf(paper.content).map(({ id, caption }) => (
          <Button key={id} kind="second" press={() => download('csv', id)}>
            {say.csv(caption)}
          </Button>
        ))}
      </p>
      <p class="hint">{say.printHint}</p>
    </div>
  );
}

/** A paper of the office as it is printed. */
export function Paper({
  chosen,
  paper,
  say,
}: {
  chosen: Chosen;
  paper: ShownPaper;
  say: ConsoleDocumentsWords;
}) {
  const { me } = useConsole();
  const { title, label, content } = paper;
  const { digits } = content;
  const facts = [
    [say.facts.agency, me.agency.name],
    ...(label === undefined ? [] : [[say.facts.item, label]]),
    ...(content.period === undefined ? [] : [[say.facts.period, content.period.words]]),
    [say.facts.method, content.method],
    [say.facts.printedOn, say.own(thaiDate(me.today, 'long'))],
  ];
  const isBroad = ListName.safeParse(chosen.what).success;
  return (
    <>
      <Files chosen={chosen} paper={paper} say={say} />
      <article class={isBroad ? 'paper broad' : 'paper'}>
        <h2 class="paper-title">{inDigits(title, digits)}</h2>
        <dl class="about">
          {facts.map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{inDigits(words ?? '', digits)}</dd>
            </div>
          ))}
        </dl>
        {content.blocks.map((block, at) => (
          <BlockView key={at} block={block} blocks={content.blocks} digits={digits} />
        ))}
      </article>
    </>
  );
}
