import type { ConsoleMeasuresWords } from '../../../domain/catalogue/console-measures.ts';
import { standingOf } from '../../../domain/measures/standing.ts';
import type { MeasureRow } from '../../../domain/staff/measures.ts';

/** The row as the reckoning knows it: who said that a step was taken does not matter to it. */
export const reckoned = ({ steps }: MeasureRow) => ({
  steps: steps.map((step) => (step.state === 'open' ? step : { ...step, by: step.by ?? '' })),
});

/** How far the whole plan has come, in words and as a bar. */
export function Standing({
  measures,
  today,
  say,
}: {
  measures: readonly MeasureRow[];
  today: string;
  say: ConsoleMeasuresWords;
}) {
  const { steps, done, late, withoutProof } = standingOf(measures.map(reckoned), today);
  return (
    <div class="measures-standing">
      <p>
        <strong>{say.standing(done, steps)}</strong>
      </p>
      <progress max={Math.max(1, steps)} value={done} aria-label={say.standing(done, steps)} />
      <p class="tags">
        {late > 0 && <span class="tag late">{say.late(late)}</span>}
        {withoutProof > 0 && <span class="tag">{say.withoutProof(withoutProof)}</span>}
      </p>
    </div>
  );
}
