import { useState } from 'preact/hooks';
import { MeasuresAnswer } from '../../../domain/staff/measures.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Problem } from '../parts/problems.tsx';
import type { MeasuresPart } from './measures.tsx';

/** Takes over the plan of the approved report, which is in no plan of the console yet. */
export function ImportPlan({
  plan,
  say,
  again,
}: MeasuresPart & { plan: NonNullable<MeasuresAnswer['plan']> }) {
  const { api, say: shell, toast, go } = useConsole();
  const [problem, setProblem] = useState<string>();
  const { fiscalYear, count } = plan;
  const take = async (): Promise<void> => {
    setProblem(undefined);
    const sent = await api.send('POST', '/measures/plan', { fiscalYear }, MeasuresAnswer);
    if (!sent.ok && sent.why !== 'exists') return setProblem(failureWords(shell, sent.why));
    toast({ words: say.plan.done(count) });
    go(`/measures?year=${fiscalYear}`);
    await again();
  };
  return (
    <section class="card" aria-labelledby="take-plan">
      <h2 id="take-plan">{say.plan.title}</h2>
      <p>{say.plan.about(fiscalYear, count)}</p>
      <Problem words={problem} />
      <p class="actions">
        <Button press={take}>{say.plan.press(count)}</Button>
      </p>
    </section>
  );
}
