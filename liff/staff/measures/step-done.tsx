import { useState } from 'preact/hooks';
import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import type { ConsoleMeasuresWords } from '../../../domain/catalogue/console-measures.ts';
import type { StepRow } from '../../../domain/staff/measures.ts';
import { useOctets } from '../cases/octets.ts';
import { useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Problem } from '../parts/problems.tsx';
import type { StepPart } from './step-dialog.tsx';

function ProofPhoto({ path, n, say }: { path: string; n: number; say: ConsoleMeasuresWords }) {
  const { api } = useConsole();
  const [fetched] = useOctets(api, path, true);
  return (
    <li class="photo">
      {fetched.state === 'here' ? (
        <img src={fetched.address} alt={say.tick.photo(n)} />
      ) : (
        <span class="unopened skeleton" />
      )}
    </li>
  );
}

/** A step that was taken: when, with what, by whom; and the way back for who may say so. */
export function DoneView({
  step,
  measure,
  say,
  send,
}: StepPart & { step: Extract<StepRow, { state: 'done' }> }) {
  const [problem, setProblem] = useState<string>();
  const photos = step.proofs.flatMap((one) => (one.proof === 'photo' ? [one.sha256] : []));
  const links = step.proofs.flatMap((one) => (one.proof === 'link' ? [one.url] : []));
  return (
    <>
      <p>
        <strong>{say.step.done(thaiDate(step.day, 'long'))}</strong>
      </p>
      {step.note !== undefined && <p>{step.note}</p>}
      {step.proofs.length === 0 && <p class="late">{say.step.noProof}</p>}
      {photos.length > 0 && (
        <ul class="photos">
          {photos.map((sha256, index) => (
            <ProofPhoto
              key={sha256}
              path={`/measures/${measure.id}/photos/${sha256}`}
              n={index + 1}
              say={say}
            />
          ))}
        </ul>
      )}
      {links.length > 0 && (
        <ul class="proof-links">
          {links.map((url) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noreferrer">
                {url}
              </a>
            </li>
          ))}
        </ul>
      )}
      {step.by !== undefined && <p class="quiet">{say.step.by(step.by)}</p>}
      <Problem words={problem} />
      {measure.mayTick && (
        <p class="actions">
          <Button
            kind="second"
            press={async () => setProblem(await send({ state: 'open' }, say.tick.unticked))}
          >
            {say.tick.untick}
          </Button>
        </p>
      )}
    </>
  );
}
