/** What could be wrong after a run, each made on purpose in what a good run left behind, and the promise it breaks. */
import { cleanMedia } from '../../bot/media/clean.ts';
import { openSecrets } from '../../bot/secrets/secrets.ts';
import type { DocumentData } from '../../bot/store/documents.ts';
import { demoOfficerId } from '../../domain/agency/khoen-staff.ts';
import { tipsIn } from '../faults/check-cases.ts';
import { say } from '../faults/resident.ts';
import type { ChaosRun } from './check.ts';
import { changed, doubled, found, type Mutation, withLast, without, withVersion } from './mutate.ts';
import { pageMutations } from './mutations-of-pages.ts';
import { staffMutations } from './mutations-of-staff.ts';

const CASE = /\/cases\/[^/]+$/;
const isTip = (data: DocumentData): boolean => data.kind === 'tip';
const isNoTip = (data: DocumentData): boolean => data.kind !== 'tip';

const tipster = ({ residents }: ChaosRun) =>
  residents.find(({ goals }) => goals.some((goal) => goal.goal === 'tip' && goal.isConfirmed));

const CASES = 'each confirmed case is there once and whole';
const ALERTS = 'no alert is lost, and none was sent under two keys';
const TRACES = 'no trace of a person, or of words, where none belongs';

export const mutations: readonly Mutation[] = [
  { what: 'a case twice', breaks: CASES, change: (run) => doubled(run, found(run, CASE, isNoTip)) },
  { what: 'a case lost', breaks: CASES, change: (run) => without(run, found(run, CASE, isNoTip)) },
  {
    what: 'words of a case lost',
    breaks: CASES,
    change: (run) => changed(run, found(run, CASE, isNoTip), { text: '…', where: {} }),
  },
  {
    what: 'a tip twice',
    breaks: 'each confirmed tip is there once',
    change: (run) => doubled(run, found(run, CASE, isTip)),
  },
  {
    what: 'a receipt that finds nothing',
    breaks: 'each receipt works',
    change: (run) => ({
      ...run,
      lookedUp: run.lookedUp.map((one) => ({ ...one, heard: say.follow.notFound })),
    }),
  },
  {
    what: 'a survey counted twice',
    breaks: 'each finished survey counts once, as it was meant',
    change: (run) => doubled(run, found(run, /\/responses\//)),
  },
  {
    what: 'a tally one too high',
    breaks: 'tallies equal a recount',
    change: (run) => {
      const tally = found(run, /\/tallies\/case-numbers-/);
      return changed(run, tally, { last: Number(tally[1].data.last) + 1 });
    },
  },
  {
    what: 'an entry of the outbox dropped',
    breaks: ALERTS,
    change: (run) => ({
      ...run,
      history: {
        ...run.history,
        versions: run.history.versions.filter(({ path }) => !path.includes('/outbox/')),
      },
    }),
  },
  {
    what: 'an alert that was never shown',
    breaks: ALERTS,
    change: (run) => ({
      ...run,
      platform: { ...run.platform, chats: new Map([...run.platform.chats, [demoOfficerId, []]]) },
    }),
  },
  {
    what: 'an alert leased under a second key',
    breaks: ALERTS,
    change: (run) => {
      const [path, { data, commit }] = found(run, /\/outbox\//, ({ batch }) => batch !== undefined);
      return withVersion(run, { path, commit, data: { ...data, batch: 'another' } });
    },
  },
  {
    what: 'a message twice under one key',
    breaks: 'at most one message under a retry key',
    change: (run) => ({ ...run, pushes: [...run.pushes, ...run.pushes.slice(0, 1)] }),
  },
  {
    what: 'an answer of the staff twice',
    breaks: 'each answer of the staff is there once',
    change: (run) =>
      doubled(
        run,
        found(run, /\/messages\//, ({ text }) => text === run.deeds[0]?.words),
      ),
  },
  {
    what: 'a message that LINE refuses',
    breaks: 'nothing was said that LINE would not take',
    change: (run) => ({
      ...run,
      platform: { ...run.platform, wrongMessages: [{ property: 'text', message: 'too long' }] },
    }),
  },
  {
    what: 'a user id in clear',
    breaks: TRACES,
    change: (run) =>
      withVersion(run, {
        path: 'agencies/khoen/limits/x',
        commit: 1,
        data: { who: run.residents[0]?.phone.userId },
      }),
  },
  {
    what: 'words of a tip in clear',
    breaks: TRACES,
    change: (run) => {
      const goal = tipster(run)?.goals.find((one) => one.goal === 'tip');
      return withVersion(run, { path: 'agencies/khoen/cases/x', commit: 1, data: { text: goal?.marker } });
    },
  },
  {
    what: 'words in the log',
    breaks: 'the log holds codes alone',
    change: (run) => ({ ...run, log: [...run.log, 'ไฟถนนดับ'] }),
  },
  {
    what: 'a photo of a tip as it is',
    breaks: 'no photo of a tip is kept as it is',
    async change(run) {
      const goal = tipster(run)?.goals.find((one) => one.goal === 'tip');
      const bytes = goal?.goal === 'tip' ? goal.photos[0] : undefined;
      if (bytes === undefined) throw new Error('no tip with a photo');
      const cleaned = await cleanMedia({ as: 'photo', bytes });
      if (!cleaned.ok) throw new Error('a photo that is none');
      return withVersion(run, {
        path: 'agencies/khoen/cases/x/attachments/1',
        commit: 1,
        data: { bytes: cleaned.bytes },
      });
    },
  },
  {
    what: 'a session left beside a tip',
    breaks: 'nothing keyed by a person stands beside what is secret',
    change: (run) => {
      const [, { commit }] = found(run, CASE, isTip);
      return withLast(run, (last) => [...last, ['agencies/khoen/sessions/x', { commit, data: {} }]]);
    },
  },
  {
    what: 'a session written with a tip',
    breaks: 'no session was written with what is secret',
    change: (run) => {
      const [, { commit }] = found(run, CASE, isTip);
      return withVersion(run, { path: 'agencies/khoen/sessions/x', commit, data: {} });
    },
  },
  {
    what: 'a push to who told of corruption',
    breaks: 'no push to who told of corruption, none with a receipt',
    change: (run) => {
      const { retryKey } = openSecrets(run.secretKey).forAgency('khoen');
      const [eventId = ''] = run.passed.eventIds;
      const own = run.platform.chats
        .get(tipster(run)?.phone.userId ?? '')
        ?.find(({ from }) => from === 'bot');
      return {
        ...run,
        pushed: (key) => (key === retryKey(`event/${eventId}`) ? [own?.id ?? ''] : run.pushed(key)),
      };
    },
  },
  {
    what: 'a tip named in the outbox',
    breaks: 'the outbox names no tip',
    change: (run) => {
      const [id] = tipsIn(run).keys();
      const [, { data }] = found(run, /\/outbox\//);
      return withVersion(run, { path: `agencies/khoen/outbox/${id}`, commit: 1, data });
    },
  },
  {
    what: 'a part of a tip lost',
    breaks: 'tips open for their readers and receipts alone',
    change: (run) =>
      without(
        run,
        found(run, /\/messages\//, ({ sealed }) => sealed !== undefined),
      ),
  },
  ...staffMutations,
  ...pageMutations,
];
