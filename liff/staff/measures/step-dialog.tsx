import { useState } from 'preact/hooks';
import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import type { MeasureRow, StepRow } from '../../../domain/staff/measures.ts';
import { useConsole } from '../console.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Problem } from '../parts/problems.tsx';
import { bodyOf, mark } from './marking.ts';
import type { MeasuresPart } from './measures.tsx';
import { DoneView } from './step-done.tsx';
import { OpenForm } from './step-open.tsx';

/** What the two faces of the window are given. `say` sends what becomes of the step; it resolves to what is wrong. */
export interface StepPart extends Pick<MeasuresPart, 'say' | 'answer'> {
  measure: MeasureRow;
  send: (body: Parameters<typeof mark>[3], done: string) => Promise<string | undefined>;
}

const stepIn = (row: MeasureRow, { id }: StepRow): StepRow | undefined =>
  row.steps.find((one) => one.id === id);

/** One step in a window: to be ticked off, or as it was, with a way back. */
export function StepDialog({
  measure,
  step,
  close,
  ...part
}: MeasuresPart & { measure: MeasureRow; step: StepRow; close: () => void }) {
  const { api, say: shell, toast } = useConsole();
  const { say, put } = part;
  const [problem, setProblem] = useState<string>();
  /** What was typed of a step of which somebody else had said something. */
  const [typed, setTyped] = useState<string>();
  const parts = { api, say: shell, words: say };

  /** Puts the step back to what it was, unless somebody said something of it meanwhile. */
  const undo = async (row: MeasureRow): Promise<void> => {
    const now = stepIn(row, step);
    if (now === undefined) return;
    const back = await mark(parts, measure.id, now, bodyOf(step));
    if ('row' in back) put(back.row);
    else toast({ words: back.problem });
  };
  const send: StepPart['send'] = async (body, words) => {
    const marked = await mark(parts, measure.id, step, body);
    if ('row' in marked) {
      put(marked.row);
      close();
      toast({ words, undo: () => void undo(marked.row) });
      return undefined;
    }
    if (marked.now === undefined) return marked.problem;
    setProblem(marked.problem);
    setTyped(body.state === 'done' ? body.note : body.because);
    put(marked.now);
    return undefined;
  };
  const face = { measure, send, say, answer: part.answer };
  return (
    <Dialog title={say.tick.title} close={close}>
      <p>{step.text}</p>
      <Problem words={problem} />
      {typed !== undefined && <p class="quiet">{say.tick.yours(typed)}</p>}
      {step.state === 'done' ? (
        <DoneView key={step.edition} step={step} {...face} />
      ) : measure.mayTick ? (
        <OpenForm key={step.edition} step={step} {...face} />
      ) : (
        <>
          <p>{say.step.due(thaiDate(step.due, 'long'))}</p>
          {step.because !== undefined && <p>{say.step.because(step.because)}</p>}
          <p class="quiet">{say.tick.readOnly}</p>
        </>
      )}
    </Dialog>
  );
}
