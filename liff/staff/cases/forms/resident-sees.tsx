import { noticeWords } from '../../../../domain/catalogue/notice.ts';
import { cleanText } from '../../../../domain/words/clean.ts';
import { useConsole } from '../../console.ts';
import type { CaseParts } from '../case-parts.ts';

/** What the reporter will read, as a bubble of the chat; or where they look, if nothing is sent to them. */
export function ResidentSees({
  detail,
  say,
  text,
  as,
}: Pick<CaseParts, 'detail' | 'say'> & { text: string; as: 'answered' | 'asked' }) {
  const { spoken, me } = useConsole();
  const words = cleanText(text);
  const { answer } = say;
  return (
    <section class="resident-sees" aria-label={detail.reachable ? answer.preview : answer.previewCode}>
      <p class="hint">{detail.reachable ? answer.preview : answer.previewCode}</p>
      <div class="chat">
        <p class="chat-name">{me.agency.shortName}</p>
        <div class="chat-bubble said" dir="auto">
          {words === '' ? answer.previewEmpty : noticeWords(spoken).reporter[as](detail.number, words)}
        </div>
      </div>
    </section>
  );
}
