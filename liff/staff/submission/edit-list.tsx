import { useState } from 'preact/hooks';
import { type SubmissionWords, submissionWords } from '../../../domain/catalogue/console-submission.ts';
import type { SubmissionAnswer } from '../../../domain/staff/submission.ts';
import { readItems, type WrittenList, writtenItems } from '../../../domain/submission/written-list.ts';
import { useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { Problem } from '../parts/problems.tsx';
import type { Changes } from './changes.ts';

const faultOf = (read: Extract<WrittenList, { ok: false }>, { list }: SubmissionWords): string => {
  if (read.why === 'none') return list.none;
  return read.why === 'twice' ? list.twice(read.code) : list.badLine(read.at);
};

/** A window in which an admin writes the year's items and its last day. */
export function EditList({ answer, changes }: { answer: SubmissionAnswer; changes: Changes }) {
  const { spoken } = useConsole();
  const say = submissionWords(spoken);
  const items = answer.rows.map(({ code, title, key }) => ({
    ...{ code, title },
    ...(key === undefined ? {} : { key }),
  }));
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState(writtenItems(items));
  const [closesOn, setClosesOn] = useState(answer.list.closesOn ?? '');
  const [problem, setProblem] = useState<string>();
  const { edition, list, fiscalYear } = answer;
  const path = `/submission/${fiscalYear}`;
  const send = async (next: SubmissionAnswer['list']): Promise<void> => {
    const why = await changes.send(path, { edition, list: next }, say.list.saved, (now) => {
      void changes.send(path, { edition: now.edition, list }, say.list.saved);
    });
    setProblem(why);
    if (why === undefined) setOpen(false);
  };
  const { items: _, closesOn: __, ...rest } = list;
  const day = closesOn === '' ? {} : { closesOn };
  const save = async (): Promise<void> => {
    const unchanged = text.trim() === writtenItems(items);
    if (unchanged)
      return send({ ...rest, ...day, ...(list.items === undefined ? {} : { items: list.items }) });
    const read = readItems(text, items);
    if (!read.ok) return setProblem(faultOf(read, say));
    return send({ ...rest, ...day, items: read.items });
  };
  return (
    <>
      <Button kind="second" press={() => setOpen(true)}>
        {say.list.edit}
      </Button>
      {isOpen && (
        <Dialog title={say.list.title} close={() => setOpen(false)}>
          <Problem words={problem} />
          <TextField label={say.list.closesOn} type="date" value={closesOn} change={setClosesOn} optional />
          <TextArea label={say.list.items} hint={say.list.hint} value={text} change={setText} rows={12} />
          <div class="actions">
            <Button press={save}>{say.list.save}</Button>
            {list.items !== undefined && (
              <Confirm asks={say.list.backAsks} press={() => send({ ...rest, ...day })}>
                {say.list.back}
              </Confirm>
            )}
          </div>
        </Dialog>
      )}
    </>
  );
}
