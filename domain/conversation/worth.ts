import { hasSubstance } from './draft.ts';
import type { State } from './session.ts';

/** Whether a state holds something its person would be sorry to lose. */
export function isWorthKeeping(state: State): boolean {
  switch (state.at) {
    case 'sorting':
      return true;
    case 'complaint.category':
    case 'complaint.concerns':
    case 'complaint.where':
    case 'complaint.more':
    case 'complaint.told':
    case 'complaint.same':
    case 'complaint.review':
    case 'complaint.edit':
      return hasSubstance(state.draft) || Object.keys(state.answers).length > 0;
    case 'ask.words':
    case 'ask.known':
    case 'ask.told':
    case 'ask.review':
      return hasSubstance(state.draft);
    case 'tip.promise':
    case 'tip.office':
      return state.carried !== undefined || (state.at === 'tip.office' && state.replaces !== undefined);
    case 'tip.kind':
    case 'tip.facts':
    case 'tip.leave':
    case 'tip.review':
      return state.tip.parts.length > 0;
    case 'survey.rate':
    case 'survey.why':
    case 'survey.more':
    case 'survey.extra':
    case 'survey.age':
    case 'survey.comment':
      return Object.keys(state.ratings).length > 0;
    case 'idle':
    case 'survey.service':
    case 'follow.code':
    case 'follow.case':
    case 'follow.message':
    case 'follow.tip':
    case 'follow.thread':
    case 'follow.erase':
    case 'follow.erasetip':
    case 'staff.answer':
    case 'staff.preview':
      return false;
  }
}
