import { CaseDetail } from '../../../../domain/staff/cases.ts';
import { failureWords, useConsole } from '../../console.ts';
import type { CaseParts } from '../case-parts.ts';
import { updateShelf } from '../list/shelf.ts';

/** Says what was done, with a way back that holds as long as nobody does anything else to the case. */
export function useUndoing({ put, say }: Pick<CaseParts, 'put' | 'say'>) {
  const { api, toast, say: shell } = useConsole();
  return (words: string, after: CaseDetail, path: string, body: object): void => {
    const undo = async (): Promise<void> => {
      const { id, edition } = after;
      const outcome = await api.send('POST', `/cases/${id}/${path}`, { edition, ...body }, CaseDetail);
      if (!outcome.ok) return toast({ words: failureWords(shell, outcome.why) });
      put(outcome.value);
      updateShelf(outcome.value);
      toast({ words: say.done.undone });
    };
    toast({ words, undo: () => void undo() });
  };
}
