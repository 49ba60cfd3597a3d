import { useState } from 'preact/hooks';
import { placeLabel } from '../../../domain/agency/routing.ts';
import { consoleCasesWords } from '../../../domain/catalogue/console-cases.ts';
import { type CaseAct, CaseDetail } from '../../../domain/staff/cases.ts';
import { useConsole } from '../console.ts';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import type { ViewProps } from '../views.ts';
import { ActBar, actsOf } from './act-bar.tsx';
import { useActing } from './acting.ts';
import type { CaseParts } from './case-parts.ts';
import { ClashWords } from './clash.tsx';
import { DueWords } from './due-words.tsx';
import { Facts } from './facts.tsx';
import { CaseForm } from './forms/case-form.tsx';
import { aboutOf } from './labels.ts';
import { listPlace } from './list/shelf.ts';
import { isPlain, MoreActs, offered, type PlainAct } from './more-acts.tsx';
import { Notices } from './notices.tsx';
import { Story } from './story.tsx';

/** One case: what was said, what was done, and what can be done. */
export function CaseView({ params }: ViewProps) {
  const [id = ''] = params;
  const { api, spoken } = useConsole();
  const say = consoleCasesWords(spoken);
  const load = useLoad(`case ${id}`, () => api.get(`/cases/${encodeURIComponent(id)}`, CaseDetail));
  return (
    <div class="case">
      <p class="no-print">
        <a class="back" href={`#${listPlace()}`}>
          <span aria-hidden="true">‹</span> {say.one.back}
        </a>
      </p>
      {load.value === undefined && <CaseSkeleton isGone={load.why !== undefined} />}
      {load.why === 'not_found' ? (
        <>
          <ViewTitle>{say.inbox.title}</ViewTitle>
          <p class="problem">{say.clash.gone}</p>
        </>
      ) : (
        <Loaded load={load}>{(detail) => <OpenCase detail={detail} say={say} put={load.put} />}</Loaded>
      )}
    </div>
  );
}

/** The shape of a case while it is fetched. */
const CaseSkeleton = ({ isGone }: { isGone: boolean }) =>
  isGone ? null : (
    <div class="skeletons" aria-hidden="true">
      <span class="skeleton title" />
      <span class="skeleton block" />
      <span class="skeleton block" />
    </div>
  );

/** Whether it is a question that others could ask too, with an answer. */
const isAnsweredQuestion = ({ kind, thread }: CaseDetail): boolean =>
  kind === 'question' && thread.some(({ from, asks }) => from === 'staff' && asks !== true);

function OpenCase({ detail, say, put }: Omit<CaseParts, 'close'>) {
  const { me, toast } = useConsole();
  const [opened, setOpened] = useState<CaseAct | 'more'>();
  const acting = useActing({ detail, say, put });
  const parts: CaseParts = { detail, say, put, close: () => setOpened(undefined) };
  const { more } = actsOf(detail.acts);

  const plain = async (act: PlainAct): Promise<void> => {
    setOpened(undefined);
    const leaves =
      act === 'unjoin' ? ({ kind: 'unjoin' } as const) : ({ kind: 'change', change: act } as const);
    if ((await acting.act(act, {}, leaves)) !== undefined) toast({ words: say.done[act] });
  };
  const choose = (act: CaseAct): void => (isPlain(act) ? void plain(act) : setOpened(act));

  return (
    <>
      <div class="case-head">
        <ViewTitle tab={detail.number}>
          <span class="number">{detail.number}</span>{' '}
          <span class="about">{aboutOf(detail, me.agency, say)}</span>
        </ViewTitle>
        <p class="state">
          <span class={`tag status ${detail.stage}`}>{say.status[detail.status]}</span>
          <DueWords row={detail} say={say} />
          {detail.where.place !== undefined && (
            <span class="quiet">{placeLabel(me.agency, detail.where.place)}</span>
          )}
        </p>
      </div>
      <ClashWords clash={opened === undefined ? acting.clash : undefined} say={say} />
      <Notices detail={detail} say={say} acting={acting} refuseErasure={() => setOpened('erasure-refuse')} />
      <div class="panes case-panes">
        <Story detail={detail} say={say} />
        <Facts detail={detail} say={say} />
      </div>
      {isAnsweredQuestion(detail) && (
        <p class="no-print">
          <a href={`#/publish?from=${detail.id}`}>{say.one.toQuestions}</a>
        </p>
      )}
      <ActBar detail={detail} say={say} acting={acting} hasMore={offered(more).length > 0} open={setOpened} />
      {opened === 'more' && <MoreActs parts={parts} more={more} choose={choose} />}
      {opened !== undefined && opened !== 'more' && <CaseForm act={opened} parts={parts} />}
    </>
  );
}
