import { useState } from 'preact/hooks';
import { submissionWords } from '../../../domain/catalogue/console-submission.ts';
import { linkFaults, type ShownRow, type SubmissionAnswer } from '../../../domain/staff/submission.ts';
import { useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { Problem } from '../parts/problems.tsx';
import type { Changes } from './changes.ts';

interface Of {
  answer: SubmissionAnswer;
  row: ShownRow;
  changes: Changes;
}

const pathOf = ({ fiscalYear }: SubmissionAnswer, { code }: ShownRow): string =>
  `/submission/${fiscalYear}/${code}`;

/** A window that attaches a page elsewhere to an item. */
export function AddLink({ answer, row, changes }: Of) {
  const { spoken } = useConsole();
  const say = submissionWords(spoken);
  const [isOpen, setOpen] = useState(false);
  const [label, setLabel] = useState('');
  const [url, setUrl] = useState('');
  const [problem, setProblem] = useState<string>();
  const save = async (): Promise<void> => {
    const link = { label: label.trim(), url: url.trim() };
    if (link.label === '' || link.url === '') return setProblem(say.link.empty);
    if (linkFaults(link).length > 0) return setProblem(say.link.badUrl);
    const { edition } = answer;
    const links = [...row.links, link];
    const why = await changes.send(pathOf(answer, row), { edition, links }, say.link.saved, (now) => {
      void changes.send(pathOf(answer, row), { edition: now.edition, links: row.links }, say.link.removed);
    });
    if (why !== undefined) return setProblem(why);
    setOpen(false);
    setLabel('');
    setUrl('');
    setProblem(undefined);
  };
  return (
    <>
      <Button kind="second" label={say.link.title(row.code)} press={() => setOpen(true)}>
        {say.link.add}
      </Button>
      {isOpen && (
        <Dialog title={say.link.title(row.code)} close={() => setOpen(false)}>
          <p class="quiet">{row.title}</p>
          <Problem words={problem} />
          <TextField label={say.link.label} value={label} change={setLabel} most={300} />
          <TextField label={say.link.url} hint={say.link.urlHint} value={url} change={setUrl} most={2000} />
          <p class="actions">
            <Button press={save}>{say.link.save}</Button>
          </p>
        </Dialog>
      )}
    </>
  );
}

/** Takes a page elsewhere off an item; the toast puts it back. */
export function RemoveLink({ answer, row, changes, url, label }: Of & { url: string; label: string }) {
  const { spoken, toast } = useConsole();
  const say = submissionWords(spoken);
  const remove = async (): Promise<void> => {
    const { edition } = answer;
    const links = row.links.filter((link) => link.url !== url);
    const why = await changes.send(pathOf(answer, row), { edition, links }, say.link.removed, (now) => {
      void changes.send(pathOf(answer, row), { edition: now.edition, links: row.links }, say.link.saved);
    });
    if (why !== undefined) toast({ words: why });
  };
  return (
    <Button kind="plain" label={`${say.link.remove} ${label}`} press={remove}>
      {say.link.remove}
    </Button>
  );
}
