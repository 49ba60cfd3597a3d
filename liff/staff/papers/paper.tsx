import { thaiDate, thaiDateTime } from '../../../domain/calendar/thai-date.ts';
import { papersWords } from '../../../domain/catalogue/console-papers.ts';
import { paperKinds } from '../../../domain/catalogue/papers.ts';
import { officialItem } from '../../../domain/evidence/item.ts';
import type { PaperMatter } from '../../../domain/papers/paper.ts';
import type { PaperAnswer } from '../../../domain/staff/papers.ts';
import { labelOf, useConsole } from '../console.ts';
import { save } from '../keys/save.ts';
import { Button } from '../parts/button.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { Deciding, Public, Undo } from './paper-acts.tsx';

const tones: Readonly<Record<PaperAnswer['state'], string>> = {
  waiting: 'tag',
  returned: 'tag late',
  public: 'tag good',
  withdrawn: 'tag late',
  gone: 'tag',
};
export const toneOf = (state: PaperAnswer['state']): string => tones[state];

function Facts({ matter, by }: { matter: PaperMatter; by: string | undefined }) {
  const { me, spoken } = useConsole();
  const say = papersWords(spoken);
  const { source, item, unit, fiscalYear } = matter;
  const official = item === undefined ? undefined : officialItem(item, fiscalYear);
  const rows: readonly [string, string][] = [
    [say.facts.kind, paperKinds[matter.kind]],
    [say.facts.year, String(fiscalYear)],
    [
      say.facts.item,
      official === undefined ? say.form.noItem : `${official.label ?? ''} ${official.title}`.trim(),
    ],
    [say.facts.unit, unit === undefined ? say.form.noUnit : labelOf(me.agency.units, unit)],
    [say.facts.day, thaiDate(matter.day, 'long')],
    [say.facts.source, source.type === 'link' ? source.url : say.file(source.octets, source.pages)],
    ...(by === undefined ? [] : [[say.facts.by, by] as [string, string]]),
  ];
  return (
    <>
      <dl class="paper-facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {source.type === 'file' && source.text !== 'read' && (
        <p class="problem">{say.form.texts[source.text]}</p>
      )}
      {source.type === 'file' && source.scripts && <p class="problem">{say.form.scripts}</p>}
    </>
  );
}

function Reading({ answer }: { answer: PaperAnswer }) {
  const { api, spoken } = useConsole();
  const say = papersWords(spoken);
  const source = answer.draft?.source;
  if (source === undefined) return null;
  if (source.type === 'link') {
    return (
      <p>
        <a href={source.url} target="_blank" rel="noreferrer">
          {say.readIt}
        </a>
      </p>
    );
  }
  const read = async (): Promise<void> => {
    const sent = await api.octets(`/papers/${answer.id}/draft/file`);
    if (sent.ok)
      save(new Uint8Array(await sent.value.arrayBuffer()), `${answer.draft?.title ?? answer.id}.pdf`);
  };
  return (
    <p>
      <Button kind="second" press={read}>
        {say.readIt}
      </Button>
    </p>
  );
}

/** One paper: what waits, what is public, what was before, and what can be done with it. */
export function Paper({ answer, put }: { answer: PaperAnswer; put: (answer: PaperAnswer) => void }) {
  const { spoken } = useConsole();
  const say = papersWords(spoken);
  const { draft, issues, withdrawn, state, id } = answer;
  const newest = issues.at(-1);
  const title = (draft ?? newest)?.title ?? say.states.gone;
  const acting = { answer, put };
  return (
    <>
      <p>
        <a href="#/papers">{say.title}</a>
      </p>
      <ViewTitle>{title}</ViewTitle>
      <p class="tags">
        <span class={tones[state]}>{say.states[state]}</span>
        {draft !== undefined && newest !== undefined && withdrawn === undefined && (
          <span class="tag good">{say.alsoPublic}</span>
        )}
      </p>
      <Undo {...acting} />
      {draft !== undefined && (
        <section class="card" aria-labelledby="draft">
          <h2 id="draft">{say.draft}</h2>
          {draft.returned !== undefined && (
            <p class="problem">
              {say.returned(draft.returned.name, thaiDateTime(Date.parse(draft.returned.at)))}:{' '}
              {draft.returned.words}
            </p>
          )}
          <Facts matter={draft} by={`${draft.by} ${thaiDateTime(Date.parse(draft.at))}`} />
          <Reading answer={answer} />
          <Deciding {...acting} />
        </section>
      )}
      {newest !== undefined && (
        <section class="card" aria-labelledby="public">
          <h2 id="public">{withdrawn === undefined ? say.states.public : say.states.withdrawn}</h2>
          {withdrawn !== undefined && (
            <p>{say.withdrawn(thaiDate(withdrawn.day, 'medium'), withdrawn.by, withdrawn.because)}</p>
          )}
          <Facts matter={newest} by={undefined} />
          <p class="ways">
            <a href={`/papers/${id}`} target="_blank" rel="noreferrer">
              {say.open}
            </a>
          </p>
          <Public {...acting} />
          <h3>{say.versions}</h3>
          <ul>
            {issues.toReversed().map(({ n, approvedOn, approvedBy }) => (
              <li key={n}>{say.version(n, thaiDate(approvedOn, 'medium'), approvedBy)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
