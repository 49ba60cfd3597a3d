import { useState } from 'preact/hooks';
import { placeLabel } from '../../../domain/agency/routing.ts';
import { consoleDocumentsWords } from '../../../domain/catalogue/console-documents.ts';
import { type MemoDraft, memoDraft } from '../../../domain/documents/memo.ts';
import { CaseDetail } from '../../../domain/staff/cases.ts';
import { categoryLabel, unitLabel } from '../cases/labels.ts';
import { useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import type { ViewProps } from '../views.ts';
import { MemoSheet } from './memo-sheet.tsx';

/** Longest text of a memo, in UTF-16 units. */
const MOST = 20_000;

function Written({ detail }: { detail: CaseDetail }) {
  const { me, spoken } = useConsole();
  const say = consoleDocumentsWords(spoken).memo;
  const { agency } = me;
  const [memo, setMemo] = useState<MemoDraft>(() =>
    memoDraft(detail, {
      agency: agency.name,
      phone: agency.phone,
      unit: unitLabel(agency, detail.unit),
      category: detail.category === undefined ? undefined : categoryLabel(agency, detail.category),
      place: detail.where.place === undefined ? undefined : placeLabel(agency, detail.where.place),
      by: me.name,
    }),
  );
  const change = (part: keyof MemoDraft) => (words: string) => setMemo({ ...memo, [part]: words });
  const field = (part: 'number' | 'subject' | 'to' | 'name' | 'position', hint?: string) => (
    <TextField label={say[part]} hint={hint} most={300} value={memo[part]} change={change(part)} />
  );
  return (
    <>
      <div class="no-print">
        <ViewTitle>{say.title(detail.number)}</ViewTitle>
        <p>
          <a href={`#/case/${detail.id}`}>{say.back}</a>
        </p>
        <section class="card" aria-label={say.title(detail.number)}>
          <p class="hint">{say.about}</p>
          {field('number', say.numberHint)}
          {field('subject')}
          {field('to')}
          <TextArea
            label={say.body}
            hint={say.bodyHint}
            rows={10}
            most={MOST}
            value={memo.body}
            change={change('body')}
          />
          <div class="two">
            {field('name')}
            {field('position')}
          </div>
          <Button press={() => window.print()}>{consoleDocumentsWords(spoken).print}</Button>
        </section>
      </div>
      <MemoSheet memo={memo} today={me.today} label={say.sheet} />
    </>
  );
}

/** `#/memo/{case}`: บันทึกข้อความ about one case, for somebody's signature; nothing of it is kept. */
export function Memo({ params: [caseId = ''] }: ViewProps) {
  const { api } = useConsole();
  const load = useLoad(caseId, () => api.get(`/cases/${encodeURIComponent(caseId)}`, CaseDetail));
  return <Loaded load={load}>{(detail) => <Written detail={detail} />}</Loaded>;
}
