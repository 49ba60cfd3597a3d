import type { AuditDeed } from '../../domain/audit/entry.ts';
import { staffWords } from '../../domain/catalogue/staff.ts';
import { spoken } from '../../domain/catalogue/voice.ts';
import type { ChatChange, Write as Wanted } from '../../domain/conversation/write.ts';
import type { Asker } from './ground.ts';
import type { Planning } from './planning.ts';

const isByReporter = (change: ChatChange): boolean =>
  change === 'confirm' || change === 'reopen' || change === 'review';

const numberOf = ({ edits }: Planning, caseId: string): { about?: string } => {
  const number = edits.get(caseId)?.next.number;
  return number === undefined ? {} : { about: number };
};

const rolesWords = ({ agency }: Asker, roles: readonly (keyof ReturnType<typeof staffWords>['roles'])[]) =>
  roles.map((role) => staffWords(spoken(agency.voice)).roles[role]).join(' · ');

function deedOf(plan: Planning, wanted: Wanted): AuditDeed[] {
  const { asker } = plan;
  switch (wanted.write) {
    case 'change case': {
      const { change, caseId } = wanted;
      if (isByReporter(change)) return [];
      return [{ by: asker.userId, action: 'case-change', ...numberOf(plan, caseId), note: change }];
    }
    case 'case message':
      return wanted.from === 'staff'
        ? [{ by: asker.userId, action: 'case-message', ...numberOf(plan, wanted.caseId) }]
        : [];
    case 'join staff': {
      const { name, roles } = wanted.invitation;
      return [{ by: asker.userId, action: 'staff-join', about: name, note: rolesWords(asker, roles) }];
    }
    case 'add target':
      return [{ by: 'system', action: 'target-add', about: wanted.label }];
    default:
      return [];
  }
}

/**
 * What the audit says of a chat event: what staff did to cases, who joined, which group was added. What residents do
 * is in the cases alone. To be asked once the cases are planned.
 */
export const chatDeeds = (plan: Planning, wanted: readonly Wanted[]): AuditDeed[] =>
  wanted.flatMap((one) => deedOf(plan, one));
