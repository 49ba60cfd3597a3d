import { useEffect, useRef, useState } from 'preact/hooks';
import { CASES_PAGE, CaseList } from '../../../../domain/staff/cases.ts';
import type { Failure } from '../../api.ts';
import { useConsole } from '../../console.ts';
import { type ListQuery, placeOfList } from './list-query.ts';
import { extended, freshIn, merged } from './merged.ts';
import { type Shelved, shelve, shelved } from './shelf.ts';

const EVERY_MILLISECONDS = 60_000;

export interface ListState {
  list: Shelved | undefined;
  why: Failure | undefined;
  /** So many new cases wait to be shown. */
  fresh: number;
  isLoading: boolean;
  /** Shows the list from its beginning, as it is now. */
  restart(): Promise<void>;
  more(): Promise<void>;
  /** Remembers where somebody was when they went to a case. */
  leave(opened: string): void;
}

/** A list of cases: as it was left, if it was; asked for again once a minute while it is looked at. */
export function useList(query: ListQuery): ListState {
  const { api } = useConsole();
  const key = placeOfList(query);
  const [list, setList] = useState<Shelved | undefined>(shelved(key));
  const [why, setWhy] = useState<Failure>();
  const [fresh, setFresh] = useState(0);
  const [isLoading, setLoading] = useState(false);
  const at = useRef(key);
  at.current = key;

  const show = (next: Shelved): void => {
    shelve(key, next);
    if (at.current === key) setList(next);
  };
  const ask = async (cursor?: string): Promise<CaseList | undefined> => {
    setLoading(true);
    const outcome = await api.get('/cases', CaseList, { ...query, cursor });
    if (at.current !== key) return undefined;
    setLoading(false);
    setWhy(outcome.ok ? undefined : outcome.why);
    return outcome.ok ? outcome.value : undefined;
  };
  const restart = async (): Promise<void> => {
    const first = await ask();
    if (first === undefined) return;
    setFresh(0);
    show({ rows: first.cases, next: first.next, counts: first.counts, scroll: 0, opened: undefined });
  };
  const look = async (): Promise<void> => {
    const before = shelved(key);
    if (before === undefined) return restart();
    const first = await ask();
    const shown = shelved(key);
    if (first === undefined || shown === undefined) return;
    setFresh(freshIn(shown, first));
    show({ ...shown, ...merged(shown, first, CASES_PAGE), counts: first.counts });
  };
  const more = async (): Promise<void> => {
    const shown = shelved(key);
    const page = shown?.next === undefined ? undefined : await ask(shown.next);
    if (page !== undefined && shown !== undefined)
      show({ ...shown, ...extended(shown, page), counts: page.counts });
  };
  const leave = (opened: string): void => {
    const shown = shelved(key);
    if (shown !== undefined) shelve(key, { ...shown, scroll: scrollY, opened });
  };

  useEffect(() => {
    setList(shelved(key));
    setFresh(0);
    setWhy(undefined);
    void look();
    const timer = setInterval(
      () => document.visibilityState === 'visible' && void look(),
      EVERY_MILLISECONDS,
    );
    const seen = (): void => void (document.visibilityState === 'visible' && look());
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [key]);

  return { list, why, fresh, isLoading, restart, more, leave };
}
