import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import { useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import type { Acting } from './acting.ts';
import type { CaseParts } from './case-parts.ts';
import { ErasureNotice } from './erasure-notice.tsx';
import { byWords } from './event-words.ts';
import { Said } from './said.tsx';

type NoticeParts = Pick<CaseParts, 'detail' | 'say'> & { acting: Acting };
type AllNotices = NoticeParts & { refuseErasure: () => void };

/** Somebody says that it is no case: a second one confirms, or it goes on as before. */
function Mischief({ detail, say, acting }: NoticeParts) {
  const { me, toast } = useConsole();
  const { mischiefOf, acts } = detail;
  if (mischiefOf === undefined) return null;
  const { by, day, note, confirmedBy } = mischiefOf;
  const may = (act: (typeof acts)[number]): boolean => acts.includes(act);
  const step = async (
    name: 'withdraw' | 'confirm' | 'restore',
    leaves: Parameters<Acting['act']>[2],
  ): Promise<void> => {
    const after = await acting.act('mischief', { step: name, note: '' }, leaves);
    if (after !== undefined) toast({ words: say.done[`mischief-${name}`] });
  };
  return (
    <section class="notice">
      <p>
        {say.mischief.proposed(byWords(by, me, say), thaiDate(day, 'medium'))}
        {confirmedBy !== undefined && ` ${say.mischief.confirmed(byWords(confirmedBy, me, say))}`}
      </p>
      {note !== '' && <Said text={note} say={say.one} />}
      {may('mischief-confirm') && <p class="hint">{say.mischief.ask}</p>}
      {confirmedBy === undefined && by.handle === me.handle && <p class="hint">{say.mischief.mine}</p>}
      <p class="actions">
        {may('mischief-confirm') && (
          <Button kind="danger" press={() => step('confirm', { kind: 'change', change: 'dismiss' })}>
            {say.acts['mischief-confirm']}
          </Button>
        )}
        {may('mischief-withdraw') && (
          <Button kind="second" press={() => step('withdraw', { kind: 'mischief withdrawn' })}>
            {say.acts['mischief-withdraw']}
          </Button>
        )}
        {may('mischief-restore') && (
          <Button kind="second" press={() => step('restore', { kind: 'change', change: 'restore' })}>
            {say.acts['mischief-restore']}
          </Button>
        )}
      </p>
    </section>
  );
}

/** What has to be known before anything else is done to a case. */
export function Notices({ refuseErasure, ...parts }: AllNotices) {
  const { detail, say } = parts;
  return (
    <>
      {detail.review === 'asked' && (
        <section class="notice">
          <p>{say.review.asked}</p>
        </section>
      )}
      <ErasureNotice {...parts} refuse={refuseErasure} />
      <Mischief {...parts} />
    </>
  );
}
