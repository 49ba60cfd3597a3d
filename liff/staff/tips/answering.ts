import { base64 } from '@scure/base';
import { useRef, useState } from 'preact/hooks';
import { cleanText } from '../../../domain/words/clean.ts';
import { maskIdNumbers } from '../../../domain/words/id-numbers.ts';
import { type SealedWords, type TipChange, TipNow } from '../../../sealing/tips-contract.ts';
import { failureWords, useConsole } from '../console.ts';
import { useTipsWords, useVault } from '../vault/use-vault.ts';
import type { ShownTip } from './fetch-tip.ts';

/** What an officer does to a tip: an answer, a change, or both at once. */
export interface Doing {
  text?: string;
  change?: TipChange;
}

/** Words as they are sealed. */
export const wordsOf = (typed: string): string => maskIdNumbers(cleanText(typed));

/**
 * Does something with a tip. Where somebody was faster nothing is overwritten: the tip is fetched anew, what was typed
 * stays, and the second press goes on what then stands there.
 */
export function useActing({ answer, tip }: ShownTip, again: () => Promise<void>) {
  const { api, me, say: shell } = useConsole();
  const { vault } = useVault();
  const say = useTipsWords();
  const [problem, setProblem] = useState<string>();
  /** What was sealed last, so that sending it again after a lost answer is no second message. */
  const pending = useRef<{ text: string; words: SealedWords } | undefined>(undefined);

  async function sealed(text: string): Promise<SealedWords | undefined> {
    const { readers, next: n, id: draft } = answer;
    const kept = pending.current;
    if (kept?.text === text && kept.words.n === n && kept.words.edition === readers.edition)
      return kept.words;
    if (tip.office === undefined) return undefined;
    const { office, reporter } = tip;
    const day = me.today;
    const made = await vault.ask('words', {
      agency: me.agency.id,
      draft,
      n,
      text,
      day,
      office,
      reporter,
      readers,
    });
    if (!made.ok) return undefined;
    const words = { n, sealed: base64.encode(made.value), edition: readers.edition };
    pending.current = { text, words };
    return words;
  }

  async function act({ text, change }: Doing): Promise<TipNow | undefined> {
    setProblem(undefined);
    const words = text === undefined ? undefined : await sealed(text);
    if (text !== undefined && words === undefined) {
      setProblem(failureWords(shell, 'failed'));
      return undefined;
    }
    const base = `/tips/${answer.id}`;
    const { status } = answer;
    const outcome =
      change === undefined
        ? await api.send('POST', `${base}/words`, words, TipNow)
        : await api.send('POST', `${base}/status`, { change, status, ...(words && { words }) }, TipNow);
    if (outcome.ok) {
      pending.current = undefined;
      await again();
      return outcome.value;
    }
    const now = TipNow.safeParse(outcome.now);
    setProblem(now.success ? say.act.changed(say.status[now.data.status]) : failureWords(shell, outcome.why));
    if (now.success) await again();
    return undefined;
  }

  return { problem, act };
}
