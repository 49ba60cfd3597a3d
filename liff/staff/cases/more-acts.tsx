import type { CaseAct } from '../../../domain/staff/cases.ts';
import { useConsole } from '../console.ts';
import { Dialog } from '../parts/dialog.tsx';
import { viewsOf } from '../views.ts';
import type { CaseParts } from './case-parts.ts';

/** Acts that are done at once, without a form. */
export const PLAIN = ['start', 'resume', 'unjoin'] as const satisfies readonly CaseAct[];
export type PlainAct = (typeof PLAIN)[number];
export const isPlain = (act: CaseAct): act is PlainAct => PLAIN.some((plain) => plain === act);

/** The order in which they are offered: what happens often first, what ends a case last. */
const ORDER: readonly CaseAct[] = [
  'start',
  'resume',
  'answer',
  'resolve',
  'ask',
  'note',
  'assign',
  'sort',
  'wait',
  'join',
  'unjoin',
  'refer',
  'decline',
  'review',
  'mischief-propose',
];

/** The view that seals a case, where there is one for who asks. */
const SEALING = 'seal';

/** Whether anything stands in the window below. */
export const offered = (more: readonly CaseAct[]): CaseAct[] => ORDER.filter((act) => more.includes(act));

/** Everything else that can be done to a case. */
export function MoreActs({
  parts,
  more,
  choose,
}: {
  parts: CaseParts;
  more: readonly CaseAct[];
  choose: (act: CaseAct) => void;
}) {
  const { detail, say, close } = parts;
  const { me } = useConsole();
  const canSeal = viewsOf(me).some(({ at }) => at === SEALING);
  return (
    <Dialog title={say.acts.more} close={close}>
      <ul class="rows more-acts">
        {offered(more).map((act) => (
          <li key={act}>
            <button type="button" class="plain" onClick={() => choose(act)}>
              {say.acts[act]}
            </button>
          </li>
        ))}
        {canSeal && (
          <li>
            <a href={`#/${SEALING}/${detail.id}`}>{say.acts.seal}</a>
          </li>
        )}
      </ul>
    </Dialog>
  );
}
