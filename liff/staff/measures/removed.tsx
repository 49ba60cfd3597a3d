import { useState } from 'preact/hooks';
import { MeasureRow } from '../../../domain/staff/measures.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Problem } from '../parts/problems.tsx';
import type { MeasuresPart } from './measures.tsx';

/** Measures that were taken out of the plan, each with the way back. */
export function Removed({ answer, say, put }: MeasuresPart) {
  const { api, say: shell, toast } = useConsole();
  const [problem, setProblem] = useState<string>();
  const putBack = async ({ id, edition }: MeasureRow): Promise<void> => {
    setProblem(undefined);
    const sent = await api.send('POST', `/measures/${id}/return`, { edition }, MeasureRow);
    if (!sent.ok) return setProblem(failureWords(shell, sent.why));
    put(sent.value);
    toast({ words: say.edit.back });
  };
  return (
    <section class="card" aria-labelledby="taken-out">
      <h2 id="taken-out">{say.edit.removedList}</h2>
      <Problem words={problem} />
      <ul class="published">
        {answer.removed.map((row) => (
          <li key={row.id}>
            <p>{row.lines.join(' · ')}</p>
            <Button
              kind="second"
              label={say.edit.putBackOf(row.lines.join(' · '))}
              press={() => putBack(row)}
            >
              {say.edit.putBack}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
