import type { CaseAct } from '../../../domain/staff/cases.ts';
import { useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import type { Acting } from './acting.ts';
import type { CaseParts } from './case-parts.ts';

/** What stands in the bar, in this order, when it can be done. */
const FIRST: readonly CaseAct[] = ['review', 'accept', 'answer', 'resolve'];
/** So many of these at most: a fourth button leads to the rest. */
const IN_BAR = 3;

/** The acts of the bar, and those behind `เพิ่มเติม`. */
export function actsOf(acts: readonly CaseAct[]): { first: CaseAct[]; more: CaseAct[] } {
  const first = FIRST.filter((act) => acts.includes(act)).slice(0, IN_BAR);
  return { first, more: acts.filter((act) => !first.includes(act)) };
}

/** What an officer does most, always within reach of a thumb. */
export function ActBar({
  detail,
  say,
  acting,
  hasMore,
  open,
}: Pick<CaseParts, 'detail' | 'say'> & {
  acting: Acting;
  hasMore: boolean;
  open: (act: CaseAct | 'more') => void;
}) {
  const { toast } = useConsole();
  const { first } = actsOf(detail.acts);
  const accept = async (): Promise<void> => {
    const after = await acting.act('accept', {}, { kind: 'change', change: 'accept' });
    if (after !== undefined) toast({ words: say.done.accept });
  };
  if (first.length === 0 && !hasMore) return null;
  return (
    <section class="act-bar no-print" aria-label={say.acts.bar}>
      {first.map((act, index) => (
        <Button
          key={act}
          kind={index === 0 ? 'main' : 'second'}
          press={act === 'accept' ? accept : () => open(act)}
        >
          {say.acts[act]}
        </Button>
      ))}
      {hasMore && (
        <Button kind={first.length === 0 ? 'main' : 'second'} press={() => open('more')}>
          <Dots />
          <span class="more-word">{say.acts.more}</span>
        </Button>
      )}
    </section>
  );
}

const Dots = () => (
  <svg class="dots" viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="5" cy="12" r="2" />
    <circle cx="12" cy="12" r="2" />
    <circle cx="19" cy="12" r="2" />
  </svg>
);
