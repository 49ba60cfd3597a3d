import { useState } from 'preact/hooks';
import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import type { ConsoleMeasuresWords } from '../../../domain/catalogue/console-measures.ts';
import { standingOf } from '../../../domain/measures/standing.ts';
import type { MeasureRow, StepRow } from '../../../domain/staff/measures.ts';
import { hasRole, labelOf, useConsole } from '../console.ts';
import type { MeasuresPart } from './measures.tsx';
import { reckoned } from './standing.tsx';
import { StepDialog } from './step-dialog.tsx';

function stateWords(step: StepRow, today: string, { step: say }: ConsoleMeasuresWords): string[] {
  if (step.state === 'open') {
    const due = thaiDate(step.due, 'medium');
    return [
      `${say.open} ${step.due < today ? say.isLate(due) : say.due(due)}`,
      ...(step.because === undefined ? [] : [say.because(step.because)]),
    ];
  }
  const { proofs, by } = step;
  return [
    say.done(thaiDate(step.day, 'medium')),
    proofs.length === 0 ? say.noProof : say.proofs(proofs.length),
    ...(by === undefined ? [] : [say.by(by)]),
  ];
}

function Step({
  step,
  today,
  say,
  open,
}: {
  step: StepRow;
  today: string;
  say: ConsoleMeasuresWords;
  open: () => void;
}) {
  const isDone = step.state === 'done';
  const isLate = !isDone && step.due < today;
  return (
    <li>
      <button type="button" class="measure-step" data-state={step.state} onClick={open}>
        <span class="box" aria-hidden="true">
          {isDone && (
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M5 12.5l4.5 4.5L19 7" />
            </svg>
          )}
        </span>
        <span>
          {step.text}
          <small class={isLate ? 'late' : undefined}>{stateWords(step, today, say).join(' · ')}</small>
        </span>
      </button>
    </li>
  );
}

/** A measure with its steps; those that are somebody's own to tick stand open. */
export function MeasureCard({ measure, nth, ...part }: MeasuresPart & { measure: MeasureRow; nth: number }) {
  const { me } = useConsole();
  const { answer, say } = part;
  const [opened, setOpened] = useState<string>();
  const { done, steps: of, late } = standingOf([reckoned(measure)], answer.today);
  const step = measure.steps.find(({ id }) => id === opened);
  const { unit, followUp } = measure;
  return (
    <details class="measure" open={measure.mayTick && done < of}>
      <summary>
        <span>
          <small>{say.nth(nth)}</small>
          {measure.lines.join(' · ')}
          <small>
            {say.standing(done, of)}
            {late > 0 && <span class="late"> · {say.late(late)}</span>}
          </small>
        </span>
      </summary>
      <p class="quiet">{say.issue(measure.issue, measure.issueTitle)}</p>
      <p class="quiet">
        {say.about(measure.responsible, measure.period)}
        <br />
        {unit === undefined ? say.everybody : say.unit(labelOf(me.agency.units, unit))}
        {followUp !== undefined && (
          <>
            <br />
            {say.followUp(followUp)}
          </>
        )}
      </p>
      <ul class="measure-steps">
        {measure.steps.map((one) => (
          <Step key={one.id} step={one} today={answer.today} say={say} open={() => setOpened(one.id)} />
        ))}
      </ul>
      {hasRole(me, 'admin') && (
        <p>
          <a href={`#/measures/${measure.id}`}>{say.edit.editOf(nth)}</a>
        </p>
      )}
      {step !== undefined && (
        <StepDialog
          key={step.id}
          measure={measure}
          step={step}
          close={() => setOpened(undefined)}
          {...part}
        />
      )}
    </details>
  );
}
