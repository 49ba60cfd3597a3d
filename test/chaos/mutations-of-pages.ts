/** What could be wrong with what came by the pages, with what was to go, and with what was handed on. */
import { demoDeputyId, demoOfficerId } from '../../domain/agency/khoen-staff.ts';
import { claimsOf } from './claims.ts';
import { changed, doubled, found, type Mutation, withLast, without } from './mutate.ts';
import { erasing } from './scenes/erasing.ts';
import { leaving } from './scenes/leaving.ts';
import { resealing } from './scenes/resealing.ts';

const FORMS = 'what was rated at the counter counts once';
const ADDED = 'what was added to a tip on its page is in it once';
const GONE = 'what was to be deleted is gone, whole';
const LEFT = 'who left holds nothing, and what they had is their colleague’s';
const RESEALED = 'a new key opens what it was resealed to';
const NEWEST = Number.MAX_SAFE_INTEGER;

export const pageMutations: readonly Mutation[] = [
  {
    what: 'a form of the counter twice',
    breaks: FORMS,
    change: (run) =>
      doubled(
        run,
        found(run, /\/responses\//, ({ channel }) => channel === 'tablet'),
      ),
  },
  {
    what: 'words added to a tip lost',
    breaks: ADDED,
    change(run) {
      const [path] = [...run.history.last.keys()]
        .filter((one) => /\/messages\/\d+$/.test(one))
        .filter((one) => run.history.last.get(one)?.data.sealed !== undefined)
        .sort((a, b) => (run.history.last.get(b)?.commit ?? 0) - (run.history.last.get(a)?.commit ?? 0));
      return without(run, found(run, new RegExp(`^${path}$`)));
    },
  },
  {
    what: 'a receipt left of a deleted case',
    breaks: GONE,
    apart: erasing.name,
    change(run) {
      const [first] = claimsOf(run, 'erased');
      const data = { version: 1, kind: 'case', caseId: first?.caseId };
      return withLast(run, (last) => [...last, ['agencies/khoen/receipts/x', { commit: NEWEST, data }]]);
    },
  },
  {
    what: 'a deletion that the audit knows nothing of',
    breaks: 'what the staff did is in the audit as often',
    apart: erasing.name,
    change: (run) =>
      without(
        run,
        found(run, /\/audit\/\d+$/, ({ deed }) => JSON.stringify(deed).includes('"erased"')),
      ),
  },
  {
    what: 'what a deleted case counted for lost',
    breaks: 'tallies equal a recount',
    apart: erasing.name,
    change: (run) => without(run, found(run, /\/tallies\/.*-gone$/)),
  },
  {
    what: 'a case left with who left',
    breaks: LEFT,
    apart: leaving.name,
    change: (run) =>
      changed(
        run,
        found(run, /\/cases\/[^/]+$/, ({ assignee }) => assignee === demoDeputyId),
        {
          assignee: demoOfficerId,
        },
      ),
  },
  {
    what: 'a session left of who left',
    breaks: LEFT,
    apart: leaving.name,
    change: (run) => changed(run, found(run, /\/staffSessions\//), { staffId: demoOfficerId }),
  },
  {
    what: 'a header of a resealed tip lost',
    breaks: RESEALED,
    apart: resealing.name,
    change: (run) =>
      changed(
        run,
        found(run, /\/messages\/\d+$/, ({ header }) => header !== undefined),
        { header: undefined },
      ),
  },
];
