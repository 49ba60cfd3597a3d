import { useState } from 'preact/hooks';
import { fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import { consoleCommentsWords } from '../../../domain/catalogue/console-comments.ts';
import { evidenceWords } from '../../../domain/catalogue/evidence.ts';
import { CommentRow, CommentsAnswer } from '../../../domain/staff/survey-comments.ts';
import { Dimension } from '../../../domain/survey/survey.ts';
import { failureWords, hasRole, labelOf, useConsole } from '../console.ts';
import { longMonth } from '../numbers/months.ts';
import { Empty } from '../parts/empty.tsx';
import { Select } from '../parts/field.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { Pager, usePaging } from '../parts/pager.tsx';
import { Problem } from '../parts/problems.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import type { ViewProps } from '../views.ts';

const YEARS = 3;
const { dimensions } = evidenceWords;

function Comment({ row, put }: { row: CommentRow; put: (row: CommentRow) => void }) {
  const { api, me, spoken, toast, say: shell } = useConsole();
  const say = consoleCommentsWords(spoken);
  const [problem, setProblem] = useState<string>();
  const choose = async (dimension: Dimension | null): Promise<void> => {
    setProblem(undefined);
    const sent = await api.send('PUT', `/survey-comments/${row.id}`, { dimension }, CommentRow);
    if (!sent.ok) return setProblem(failureWords(shell, sent.why));
    put(sent.value);
    toast({ words: dimension === null ? say.taken : say.put });
  };
  return (
    <li class="card">
      <blockquote>{row.text}</blockquote>
      <p class="quiet">
        {labelOf(me.agency.services, row.service)} · {longMonth(row.month)}
      </p>
      <Problem words={problem} />
      {hasRole(me, 'officer', 'admin') ? (
        <Select
          label={say.show}
          value={row.chosen ?? ''}
          none={say.notShown}
          options={Dimension.options.map((id) => ({ id, label: dimensions[id] }))}
          change={(chosen) => void choose(Dimension.safeParse(chosen).data ?? null)}
        />
      ) : (
        <p>{row.chosen === undefined ? say.notShown : say.shownAs(dimensions[row.chosen])}</p>
      )}
    </li>
  );
}

/** `#/comments`: what residents wrote, and which of it the report shows. */
export function Comments({ query }: ViewProps) {
  const { api, go, me, spoken } = useConsole();
  const say = consoleCommentsWords(spoken);
  const paging = usePaging();
  const current = fiscalYearOf(me.today);
  const years = Array.from({ length: YEARS }, (_, n) => current - n);
  const year = years.find((one) => String(one) === query.get('year')) ?? current;
  const load = useLoad(`${year} ${paging.cursor ?? ''}`, () =>
    api.get('/survey-comments', CommentsAnswer, { year, cursor: paging.cursor }),
  );
  const replace = (answer: CommentsAnswer, row: CommentRow): void => {
    const before = answer.comments.find(({ id }) => id === row.id);
    const more = Number(row.chosen !== undefined) - Number(before?.chosen !== undefined);
    const comments = answer.comments.map((one) => (one.id === row.id ? row : one));
    load.put({ ...answer, comments, chosen: answer.chosen + more });
  };
  return (
    <div class="months">
      <ViewTitle>{say.title}</ViewTitle>
      <p class="quiet">{say.about}</p>
      <p>{say.mind}</p>
      <Select
        label={say.yearLabel}
        value={String(year)}
        change={(chosen) => {
          paging.restart();
          go(`/comments?year=${chosen}`);
        }}
        options={years.map((one) => ({ id: String(one), label: say.year(one) }))}
      />
      <Loaded load={load}>
        {(answer) =>
          answer.comments.length === 0 ? (
            <Empty icon="list">
              <p>{say.none}</p>
            </Empty>
          ) : (
            <>
              <p role="status">{say.chosen(answer.chosen, answer.most)}</p>
              <ul class="month-list">
                {answer.comments.map((row) => (
                  <Comment key={row.id} row={row} put={(changed) => replace(answer, changed)} />
                ))}
              </ul>
              <Pager paging={paging} next={answer.next} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}
