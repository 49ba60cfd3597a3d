import { useEffect, useState } from 'preact/hooks';
import { listPaper } from '../../../domain/documents/lists.ts';
import { ListName } from '../../../domain/documents/names.ts';
import type { Content } from '../../../domain/evidence/content.ts';
import { DocumentAnswer, RegisterAnswer, type RegisterRow } from '../../../domain/staff/documents.ts';
import type { Failure, StaffApi } from '../api.ts';
import { useConsole } from '../console.ts';
import type { Chosen } from './chosen.ts';

export interface ShownPaper {
  title: string;
  label?: string | undefined;
  content: Content;
}

/** `loading`: how many cases of a list were read so far. */
export type PaperState =
  | { at: 'loading'; count: number }
  | { at: 'failed'; why: Failure }
  | { at: 'shown'; paper: ShownPaper };

type Put = (state: PaperState) => boolean;

async function loadDocument(api: StaffApi, { what, year, preset, digits }: Chosen, put: Put): Promise<void> {
  const found = await api.get(`/documents/${what}`, DocumentAnswer, { year, preset, digits });
  put(found.ok ? { at: 'shown', paper: found.value } : { at: 'failed', why: found.why });
}

/** Reads a register page after page, telling how far it is. */
async function loadList(
  api: StaffApi,
  what: ListName,
  { year, preset, digits }: Chosen,
  today: string,
  put: Put,
): Promise<void> {
  const rows: RegisterRow[] = [];
  let cursor: string | undefined;
  for (;;) {
    const found = await api.get('/register', RegisterAnswer, { year, preset, cursor });
    if (!found.ok) {
      put({ at: 'failed', why: found.why });
      return;
    }
    const { period, firstAnswerDays, next } = found.value;
    rows.push(...found.value.rows);
    if (next === undefined) {
      put({ at: 'shown', paper: listPaper(what, rows, { period, firstAnswerDays, digits, today }) });
      return;
    }
    cursor = next;
    if (!put({ at: 'loading', count: rows.length })) return;
  }
}

/** The paper that was chosen, read anew whenever something else is. */
export function usePaper(chosen: Chosen): { state: PaperState; again: () => void } {
  const { api, me } = useConsole();
  const [state, setState] = useState<PaperState>({ at: 'loading', count: 0 });
  const [tries, setTries] = useState(0);
  const { what, year, preset, digits } = chosen;
  useEffect(() => {
    let isWanted = true;
    const put: Put = (next) => {
      if (isWanted) setState(next);
      return isWanted;
    };
    put({ at: 'loading', count: 0 });
    const list = ListName.safeParse(what);
    void (list.success ? loadList(api, list.data, chosen, me.today, put) : loadDocument(api, chosen, put));
    return () => {
      isWanted = false;
    };
  }, [what, year, preset, digits, tries]);
  return { state, again: () => setTries(tries + 1) };
}
