import { useRef, useState } from 'preact/hooks';
import { z } from 'zod';
import { CaseDetail, type CaseEvent, CaseGone } from '../../../domain/staff/cases.ts';
import { cleanText } from '../../../domain/words/clean.ts';
import { failureWords, useConsole } from '../console.ts';
import type { CaseParts } from './case-parts.ts';
import { hasLanded, type Meant, since } from './landed.ts';
import { listPlace, updateShelf } from './list/shelf.ts';

const ActAnswer = z.union([CaseGone, CaseDetail]);

/** Why something was not done: words, and where somebody else was faster what they did. */
export interface Clash {
  words: string;
  since: CaseEvent[];
}

export interface Acting {
  isBusy: boolean;
  clash: Clash | undefined;
  /** The case after it was done; undefined where it was not: `clash` then says why, and the form stays as it is. */
  act(path: string, body: object, leaves: Meant['leaves'], words?: string): Promise<CaseDetail | undefined>;
}

/**
 * Does things to an open case, each decided on the edition that is shown. `notFound`: what it means that something was
 * not found, where that may be other than the case.
 */
export function useActing(
  { detail, say, put }: Pick<CaseParts, 'detail' | 'say' | 'put'>,
  notFound: string = say.clash.gone,
): Acting {
  const { api, me, say: shell, go, toast } = useConsole();
  const [isBusy, setBusy] = useState(false);
  const [clash, setClash] = useState<Clash>();
  const under = useRef(false);
  const current = useRef(detail);
  current.current = detail;

  const show = (now: CaseDetail): CaseDetail => {
    put(now);
    updateShelf(now);
    return now;
  };

  async function once(
    path: string,
    body: object,
    leaves: Meant['leaves'],
    words?: string,
  ): Promise<CaseDetail | undefined> {
    const { id, edition } = current.current;
    const outcome = await api.send('POST', `/cases/${id}/${path}`, { edition, ...body }, ActAnswer);
    if (outcome.ok) {
      if (!('gone' in outcome.value)) return show(outcome.value);
      toast({ words: say.clash.given });
      go(listPlace());
      return undefined;
    }
    const now = CaseDetail.safeParse(outcome.now);
    const { why } = outcome;
    if (!now.success) {
      setClash({ words: why === 'not_found' ? notFound : failureWords(shell, why), since: [] });
      return undefined;
    }
    const meant = { edition, leaves, ...(words === undefined ? {} : { words: cleanText(words) }) };
    if (why === 'changed' && hasLanded(now.data, me.handle, meant)) return show(now.data);
    show(now.data);
    setClash({ words: clashWords(say, why), since: since(now.data, edition) });
    return undefined;
  }

  return {
    isBusy,
    clash,
    async act(path, body, leaves, words) {
      if (under.current) return undefined;
      under.current = true;
      setBusy(true);
      setClash(undefined);
      try {
        return await once(path, body, leaves, words);
      } finally {
        under.current = false;
        setBusy(false);
      }
    },
  };
}

function clashWords({ clash }: CaseParts['say'], why: string): string {
  if (why === 'changed') return clash.changed;
  if (why === 'second_person') return clash.second;
  return clash.notNow;
}
