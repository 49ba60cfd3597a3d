import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import {
  type ConsoleMeasuresWords,
  consoleMeasuresWords,
} from '../../../domain/catalogue/console-measures.ts';
import { type MeasureRow, MeasuresAnswer } from '../../../domain/staff/measures.ts';
import { hasRole, useConsole } from '../console.ts';
import { Empty } from '../parts/empty.tsx';
import { type Load, Loaded, useLoad } from '../parts/loaded.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { Propose } from '../publish/propose.tsx';
import type { ViewProps } from '../views.ts';
import { MeasureForm } from './edit.tsx';
import { MeasureCard } from './measure-card.tsx';
import { ImportPlan } from './plan.tsx';
import { Removed } from './removed.tsx';
import { Standing } from './standing.tsx';

/** What the parts of the view are given. `put` shows a measure as it is now. */
export interface MeasuresPart {
  answer: MeasuresAnswer;
  say: ConsoleMeasuresWords;
  put: (row: MeasureRow) => void;
  again: () => Promise<void>;
}

const putIn = (load: Load<MeasuresAnswer>, answer: MeasuresAnswer) => (row: MeasureRow) => {
  const without = (rows: readonly MeasureRow[]) => rows.filter(({ id }) => id !== row.id);
  const sorted = (rows: MeasureRow[]) => rows.toSorted((a, b) => a.order - b.order);
  const isIn = row.removed === undefined;
  load.put({
    ...answer,
    measures: isIn ? sorted([...without(answer.measures), row]) : without(answer.measures),
    removed: isIn ? without(answer.removed) : sorted([...without(answer.removed), row]),
  });
};

function Publishing({ answer: { fiscalYear, approvedOn }, say }: MeasuresPart) {
  return (
    <section class="card" aria-labelledby="publishing">
      <h2 id="publishing">{say.publish.title}</h2>
      <p>{say.publish.about}</p>
      <p class="quiet">
        {approvedOn === undefined ? say.publish.never : say.publish.approved(thaiDate(approvedOn, 'medium'))}
      </p>
      <Propose value={{ kind: 'measures', fiscalYear }} label={say.publish.label} />
      <p class="quiet">{say.publish.report}</p>
    </section>
  );
}

function Plan(part: MeasuresPart) {
  const { answer, say } = part;
  const { me } = useConsole();
  const { measures, years, fiscalYear, today } = answer;
  const isAdmin = hasRole(me, 'admin');
  return (
    <div class="part">
      {years.length > 1 && (
        <Tabs
          label={say.years}
          tabs={years.map((year) => ({ id: String(year), label: String(year) }))}
          chosen={String(fiscalYear)}
          place={(year) => `/measures?year=${year}`}
        />
      )}
      {measures.length === 0 ? (
        <Empty icon="check">
          <p>{say.none}</p>
          <p>{say.noneHint}</p>
        </Empty>
      ) : (
        <Standing measures={measures} today={today} say={say} />
      )}
      {isAdmin && answer.plan !== undefined && <ImportPlan plan={answer.plan} {...part} />}
      {measures.map((measure, nth) => (
        <MeasureCard key={measure.id} measure={measure} nth={nth + 1} {...part} />
      ))}
      {isAdmin && (
        <p class="ways">
          <a href={`#/measures/add?year=${fiscalYear}`}>{say.edit.addTitle}</a>
        </p>
      )}
      {isAdmin && answer.removed.length > 0 && <Removed {...part} />}
      {measures.length > 0 && <Publishing {...part} />}
    </div>
  );
}

/** `#/measures`, with `?year=`; for admins `#/measures/add` and each measure's plan under its id. */
export function Measures({ params: [named], query }: ViewProps) {
  const { api, spoken } = useConsole();
  const say = consoleMeasuresWords(spoken);
  const year = query.get('year') ?? named?.slice(0, 4) ?? '';
  const asked = /^2[5-6]\d\d$/.test(year) ? year : undefined;
  const load = useLoad(`measures ${asked ?? ''}`, () =>
    api.get('/measures', MeasuresAnswer, { year: asked }),
  );
  const isForm = named !== undefined;
  return (
    <>
      {isForm && (
        <p>
          <a href={`#/measures${asked === undefined ? '' : `?year=${asked}`}`}>{say.title}</a>
        </p>
      )}
      <Loaded load={load}>
        {(answer) => {
          const part = { answer, say, put: putIn(load, answer), again: load.again };
          if (isForm) return <MeasureForm key={named} id={named} {...part} />;
          return (
            <>
              <ViewTitle>{say.heading(answer.fiscalYear)}</ViewTitle>
              <Plan {...part} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}
