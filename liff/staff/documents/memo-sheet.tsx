import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import { memoWords } from '../../../domain/catalogue/documents.ts';
import type { MemoDraft } from '../../../domain/documents/memo.ts';
import { inDigits } from '../../../domain/evidence/digits.ts';
import { SignaturesView } from '../../oit/signatures.tsx';

const { labels } = memoWords;

/** A line with its name in front; dots to write on where it is empty. */
const Line = ({ name, words }: { name: string; words: string }) => (
  <span class="memo-line">
    <b>{name}</b>
    {words === '' ? <i /> : <span>{inDigits(words, 'thai')}</span>}
  </span>
);

/** บันทึกข้อความ as it comes out of the printer, in Thai digits. Where the emblem belongs is left empty. */
export function MemoSheet({ memo, today, label }: { memo: MemoDraft; today: string; label: string }) {
  const paragraphs = memo.body.split('\n').filter((line) => line.trim() !== '');
  return (
    <article class="paper memo" aria-label={label}>
      <header class="memo-head">
        <span class="emblem">
          <small>{memoWords.emblem}</small>
        </span>
        <h2>{memoWords.title}</h2>
      </header>
      <p>
        <Line name={labels.office} words={memo.office} />
      </p>
      <p class="memo-two">
        <Line name={labels.number} words={memo.number} />
        <Line name={labels.date} words={thaiDate(today, 'long')} />
      </p>
      <p>
        <Line name={labels.subject} words={memo.subject} />
      </p>
      <hr />
      <p>
        <Line name={labels.to} words={memo.to} />
      </p>
      {paragraphs.map((line, at) => (
        <p key={at} class="memo-paragraph">
          {inDigits(line, 'thai')}
        </p>
      ))}
      <SignaturesView
        signatures={{
          kind: 'signatures',
          lines: [
            {
              role: ' ',
              ...(memo.name === '' ? {} : { name: memo.name }),
              ...(memo.position === '' ? {} : { position: memo.position }),
            },
          ],
        }}
      />
      <p>
        <Line name={memoWords.order} words="" />
      </p>
      <SignaturesView signatures={{ kind: 'signatures', lines: [{ role: ' ' }] }} />
    </article>
  );
}
