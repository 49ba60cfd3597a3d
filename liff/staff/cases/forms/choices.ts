import { CaseChoices } from '../../../../domain/staff/cases.ts';
import { useConsole } from '../../console.ts';
import { type Load, useLoad } from '../../parts/loaded.tsx';

/** What forms about cases choose from, as it is now. */
export function useChoices(): Load<CaseChoices> {
  const { api } = useConsole();
  return useLoad('case-choices', () => api.get('/case-choices', CaseChoices));
}
