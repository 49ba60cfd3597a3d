import { readersState, recoveryState, type TipKeys } from '../staff/health.ts';
import { type Finding, fine, toDo } from './finding.ts';

/** Those who may work cases. */
export const judgeOfficers = (officers: number): Finding =>
  officers === 0 ? toDo('officers', 'none') : fine('officers', 'some', String(officers));

/** Integrity officers with a key. */
export function judgeIntegrity(readers: number): Finding {
  switch (readersState(readers)) {
    case 'bad':
      return toDo('integrity', 'none');
    case 'look':
      return toDo('integrity', 'one');
    case 'fine':
      return fine('integrity', 'some', String(readers));
  }
}

export const judgeRecovery = (recovery: TipKeys['recovery']): Finding =>
  recoveryState(recovery) === 'fine'
    ? fine('recovery', 'confirmed')
    : toDo('recovery', recovery === 'unconfirmed' ? 'unconfirmed' : 'none');
