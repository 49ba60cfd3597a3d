import { fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import { submissionWords } from '../../../domain/catalogue/console-submission.ts';
import { type ShownRow, SubmissionAnswer } from '../../../domain/staff/submission.ts';
import { failureWords, hasRole, useConsole } from '../console.ts';
import { save as saveFile } from '../keys/save.ts';
import { Button } from '../parts/button.tsx';
import { Copy } from '../parts/copy.tsx';
import { Select } from '../parts/field.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import type { ViewProps } from '../views.ts';
import { useChanges } from './changes.ts';
import { EditList } from './edit-list.tsx';
import { Item } from './item.tsx';
import { WayUp } from './way-up.tsx';

const FIRST_YEAR = 2566;
type Filter = 'all' | 'missing' | 'mine' | 'zero';
const filters: readonly Filter[] = ['all', 'missing', 'mine', 'zero'];

const passes = (filter: Filter, unit: string | undefined, { lack, duty, stake }: ShownRow): boolean => {
  if (filter === 'missing') return lack !== undefined;
  if (filter === 'mine') return duty?.unit !== undefined && duty.unit === unit;
  return filter === 'all' || stake?.score === 0;
};

function Head({ answer }: { answer: SubmissionAnswer }) {
  const { spoken } = useConsole();
  const say = submissionWords(spoken);
  const { rows, from, fiscalYear, daysLeft, list } = answer;
  const done = rows.filter(({ lack }) => lack === undefined).length;
  const source =
    from.by === 'admin'
      ? say.from.admin
      : from.fiscalYear === fiscalYear
        ? say.from.framework(fiscalYear)
        : say.from.earlier(from.fiscalYear, fiscalYear);
  return (
    <section class="card ita-head">
      <p class="done" id="ita-done">
        {say.done(done, rows.length)}
      </p>
      <progress aria-labelledby="ita-done" value={done} max={Math.max(1, rows.length)} />
      <p>
        {list.closesOn === undefined ? say.noClose : say.closes(thaiDate(list.closesOn, 'long'))}{' '}
        {daysLeft !== undefined && <strong>{say.days(daysLeft)}</strong>}
      </p>
      <p class="quiet">{source}</p>
    </section>
  );
}

function Uses({ answer }: { answer: SubmissionAnswer }) {
  const { api, say: shell, spoken, toast } = useConsole();
  const say = submissionWords(spoken);
  const save = (as: 'csv' | 'xlsx') => async (): Promise<void> => {
    const found = await api.octets(`/submission/${answer.fiscalYear}/file`, { as });
    if (found.ok) saveFile(new Uint8Array(await found.value.arrayBuffer()), `ita-${answer.fiscalYear}.${as}`);
    else toast({ words: failureWords(shell, found.why) });
  };
  return (
    <section class="card ita-uses" aria-labelledby="ita-uses">
      <h2 id="ita-uses">{say.files}</h2>
      <p class="actions">
        <Button kind="second" press={save('xlsx')}>
          {say.xlsx}
        </Button>
        <Button kind="second" press={save('csv')}>
          {say.csv}
        </Button>
        <Button kind="second" press={() => print()}>
          {say.print}
        </Button>
      </p>
      <details>
        <summary>{say.snippet.title}</summary>
        <p class="hint">{say.snippet.hint}</p>
        <pre>
          <code>{answer.snippet}</code>
        </pre>
        <Copy text={answer.snippet}>{say.snippet.copy}</Copy>
      </details>
    </section>
  );
}

function Shown({
  answer,
  put,
  filter,
}: {
  answer: SubmissionAnswer;
  put: (now: SubmissionAnswer) => void;
  filter: Filter;
}) {
  const { me, spoken } = useConsole();
  const say = submissionWords(spoken);
  const changes = useChanges(put);
  const { fiscalYear, rows, way } = answer;
  const shown = rows.filter((row) => passes(filter, me.unit, row));
  const tabs = filters.map((id) => ({
    id,
    label: say.filters[id],
    count: rows.filter((row) => passes(id, me.unit, row)).length,
  }));
  return (
    <>
      <Head answer={answer} />
      <WayUp {...(way === undefined ? {} : { way })} />
      <Tabs
        label={say.filter}
        tabs={tabs}
        chosen={filter}
        place={(id) => `/submission/${fiscalYear}?show=${id}`}
      />
      {shown.length === 0 && <p class="quiet">{filter === 'missing' ? say.noneLeft : say.noneHere}</p>}
      <ul class="ita-items">
        {shown.map((row) => (
          <Item key={row.code} answer={answer} row={row} changes={changes} />
        ))}
      </ul>
      <Uses answer={answer} />
      {hasRole(me, 'admin') && (
        <p class="actions">
          <EditList key={answer.edition} answer={answer} changes={changes} />
        </p>
      )}
    </>
  );
}

/** `#/submission/{fiscalYear}`: ชุดส่ง ITA. */
export function Submission({ params: [named], query }: ViewProps) {
  const { api, go, me, spoken } = useConsole();
  const say = submissionWords(spoken);
  const newest = fiscalYearOf(me.today);
  const years = Array.from({ length: newest - FIRST_YEAR + 1 }, (_, back) => newest - back);
  const year = years.find((one) => String(one) === named) ?? newest;
  const filter = filters.find((one) => one === query.get('show')) ?? 'all';
  const load = useLoad(String(year), () => api.get(`/submission/${year}`, SubmissionAnswer));
  return (
    <div class="submission">
      <ViewTitle>{say.title}</ViewTitle>
      <p>{say.about}</p>
      <Select
        label={say.year}
        value={String(year)}
        change={(chosen) => go(`/submission/${chosen}`)}
        options={years.map((one) => ({ id: String(one), label: String(one) }))}
      />
      <Loaded load={load}>{(answer) => <Shown answer={answer} put={load.put} filter={filter} />}</Loaded>
    </div>
  );
}
