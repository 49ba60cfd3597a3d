import { useState } from 'preact/hooks';
import { PROOFS_MOST } from '../../../domain/measures/measure.ts';
import type { StepRow } from '../../../domain/staff/measures.ts';
import type { StrippedPhoto } from '../../tip/photo.ts';
import { useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { Photos } from '../parts/photos.tsx';
import { Problem } from '../parts/problems.tsx';
import { sendPhotos } from './marking.ts';
import type { StepPart } from './step-dialog.tsx';

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A step that is still to be taken: ticked off with one press, with what proves it where there is something. */
export function OpenForm({
  step,
  measure,
  answer: { today },
  say,
  send,
}: StepPart & { step: Extract<StepRow, { state: 'open' }> }) {
  const { api, say: shell } = useConsole();
  const [day, setDay] = useState(today);
  const [note, setNote] = useState('');
  const [links, setLinks] = useState('');
  const [photos, setPhotos] = useState<readonly StrippedPhoto[]>([]);
  const [because, setBecause] = useState(step.because ?? '');
  const [problem, setProblem] = useState<string>();

  const done = async (): Promise<void> => {
    setProblem(undefined);
    const marks = await sendPhotos({ api, say: shell, words: say }, measure.id, photos);
    if ('problem' in marks) return setProblem(marks.problem);
    const told = note.trim();
    const body = { state: 'done' as const, day, photos: marks, links: linesIn(links) };
    setProblem(await send({ ...body, ...(told === '' ? {} : { note: told }) }, say.tick.saved));
  };
  const notYet = async (): Promise<void> => {
    const why = because.trim();
    const body = { state: 'open' as const, ...(why === '' ? {} : { because: why }) };
    setProblem(await send(body, say.tick.saved));
  };
  return (
    <>
      <Problem words={problem} />
      <p class="actions">
        <Button press={done}>{say.tick.save}</Button>
      </p>
      <TextField label={say.tick.day} type="date" value={day} change={setDay} />
      <TextArea
        label={say.tick.note}
        hint={say.tick.noteHint}
        optional
        rows={2}
        most={1000}
        value={note}
        change={setNote}
      />
      <p class="hint">{say.tick.proofHint}</p>
      <Photos label={say.tick.photos} photos={photos} change={setPhotos} most={PROOFS_MOST} />
      <TextArea
        label={say.tick.links}
        hint={say.tick.linksHint}
        optional
        rows={2}
        value={links}
        change={setLinks}
      />
      <details class="entry">
        <summary>
          <span>{say.tick.notYet}</span>
        </summary>
        <div class="inside">
          <TextArea label={say.tick.because} rows={2} most={1000} value={because} change={setBecause} />
          <Button kind="second" press={notYet}>
            {say.tick.saveBecause}
          </Button>
        </div>
      </details>
    </>
  );
}
