/** What could be wrong with what the staff did, each made on purpose in what a good run left behind. */
import type { ChaosRun } from './check.ts';
import { claimsOf } from './claims.ts';
import { EVERYBODY } from './line.ts';
import { changed, doubled, found, type Mutation, without } from './mutate.ts';

const DEEDS = 'what the staff did is in the audit as often';
const CHAIN = 'the audit is one whole chain';
const ENTRIES = 'what was entered for somebody is there once and whole';
const WORK = 'what was done to a case stands there once, and was told once';
const PUBLIC = 'what was approved is public once';
const BROADCAST = 'a broadcast reaches everybody once';
const STEPS = 'a measure is planned once, and its step done';
const COUNTS = 'a count of a service is what was entered';

const entered = (run: ChaosRun) => {
  const [first] = claimsOf(run, 'entry');
  return found(run, /\/cases\/[^/]+$/, ({ number }) => number === first?.number);
};
const announced = (run: ChaosRun) => found(run, /\/announcements\//);
const ticked = (run: ChaosRun) => {
  const [first] = claimsOf(run, 'step');
  return found(run, /\/measures\/[^/]+$/, ({ issueTitle }) => issueTitle === first?.issueTitle);
};

export const staffMutations: readonly Mutation[] = [
  {
    what: 'a link of the audit lost',
    breaks: CHAIN,
    change: (run) => without(run, found(run, /\/audit\/2$/)),
  },
  {
    what: 'a link of the audit altered',
    breaks: CHAIN,
    change: (run) => changed(run, found(run, /\/audit\/2$/), { at: '2026-11-24T00:00:00.000Z' }),
  },
  {
    what: 'a deed twice in the audit',
    breaks: DEEDS,
    change: (run) =>
      doubled(
        run,
        found(run, /\/audit\/\d+$/, ({ deed }) => JSON.stringify(deed).includes('wait budget')),
      ),
  },
  { what: 'an entry twice', breaks: ENTRIES, change: (run) => doubled(run, entered(run)) },
  {
    what: 'the paper of an entry about to go',
    breaks: ENTRIES,
    change: (run) => changed(run, found(run, /\/attachments\/1000$/), { expireAt: 1 }),
  },
  {
    what: 'a slip that opens nothing',
    breaks: ENTRIES,
    change(run) {
      const id = entered(run)[0].split('/').at(-1);
      return without(
        run,
        found(run, /\/receipts\//, ({ caseId }) => caseId === id),
      );
    },
  },
  {
    what: 'a referral twice in the history',
    breaks: WORK,
    change: (run) =>
      doubled(
        run,
        found(run, /\/history\//, ({ change }) => change === 'refer'),
      ),
  },
  {
    what: 'a reporter told twice of a referral',
    breaks: WORK,
    change: (run) =>
      doubled(
        run,
        found(run, /\/outbox\//, ({ notice }) => JSON.stringify(notice).includes('"referred"')),
      ),
  },
  {
    what: 'a paper that waits still',
    breaks: PUBLIC,
    change: (run) => changed(run, found(run, /\/papers\/[^/]+$/), { issues: [] }),
  },
  {
    what: 'an announcement that no list shows',
    breaks: PUBLIC,
    change: (run) => changed(run, found(run, /\/published\/announcements$/), { announcements: [] }),
  },
  {
    what: 'a broadcast under two keys',
    breaks: BROADCAST,
    change: (run) => ({
      ...run,
      pushes: [...run.pushes, { retryKey: 'another', to: EVERYBODY, messageIds: [], at: 0 }],
    }),
  },
  {
    what: 'a broadcast that one person never got',
    breaks: BROADCAST,
    change(run) {
      const [first] = [...run.platform.chats.keys()];
      return {
        ...run,
        platform: { ...run.platform, chats: new Map([...run.platform.chats, [first ?? '', []]]) },
      };
    },
  },
  {
    what: 'a broadcast that the record knows nothing of',
    breaks: BROADCAST,
    change: (run) => changed(run, announced(run), { broadcast: undefined }),
  },
  { what: 'a measure twice in the plan', breaks: STEPS, change: (run) => doubled(run, ticked(run)) },
  {
    what: 'the proof of a step about to go',
    breaks: STEPS,
    change: (run) => changed(run, found(run, /\/measures\/[^/]+\/attachments\//), { expireAt: 1 }),
  },
  {
    what: 'a count lost',
    breaks: COUNTS,
    change: (run) => without(run, found(run, /\/serviceMonths\//)),
  },
];
