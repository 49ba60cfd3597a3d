import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import { useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import type { Acting } from './acting.ts';
import type { CaseParts } from './case-parts.ts';

/** The reporter asked that it be deleted: until when that is answered, what to do, and both answers. */
export function ErasureNotice({
  detail,
  say,
  acting,
  refuse,
}: Pick<CaseParts, 'detail' | 'say'> & { acting: Acting; refuse: () => void }) {
  const { toast } = useConsole();
  const { erasure, acts } = detail;
  if (erasure === undefined) return null;
  const { asked, due, dueIn } = erasure;
  const grant = async (): Promise<void> => {
    const after = await acting.act('erasure', { decision: 'grant' }, { kind: 'answer' });
    if (after !== undefined) toast({ words: say.done['erasure-grant'] });
  };
  return (
    <section class="notice">
      <p>
        <strong>{say.erasure.asked(thaiDate(asked, 'medium'), thaiDate(due, 'medium'))}</strong>{' '}
        {dueIn < 0 ? say.erasure.late(-dueIn) : say.erasure.left(dueIn)}
      </p>
      <p class="hint">{say.erasure.whatToDo}</p>
      {detail.joined > 0 && <p class="hint">{say.erasure.joined}</p>}
      <div class="actions">
        {acts.includes('erasure-grant') && (
          <Confirm asks={say.erasure.grantAsks} yes={say.acts['erasure-grant']} press={grant}>
            {say.acts['erasure-grant']}
          </Confirm>
        )}
        {acts.includes('erasure-refuse') && (
          <Button kind="second" press={refuse}>
            {say.acts['erasure-refuse']}
          </Button>
        )}
      </div>
    </section>
  );
}
