/** All that must be true after a run, whatever went wrong in it. */
import { CaseMessage } from '../../domain/case/case.ts';
import { alertFindings } from '../faults/check-alerts.ts';
import { caseFindings, receiptFindings, tipFindings } from '../faults/check-cases.ts';
import { surveyFindings, tallyFindings } from '../faults/check-counts.ts';
import { standing } from '../faults/history.ts';
import type { Judged } from '../faults/judged.ts';
import { openingFindings } from '../privacy/opening-tips.ts';
import { pushFindings } from '../privacy/pushes.ts';
import { sessionsWithSecrets, sharedCommits, tipsInOutbox } from '../privacy/shared-commits.ts';
import { documentTraces, logTraces, photoTraces } from '../privacy/traces.ts';
import { chainFindings, deedFindings } from './check-audit.ts';
import { erasedFindings, leftFindings, responseFindings } from './check-gone.ts';
import { broadcastFindings, publicFindings } from './check-published.ts';
import { addedFindings, resealedFindings } from './check-sealed.ts';
import { countFindings, entryFindings, stepFindings, workFindings } from './check-staff-work.ts';
import type { Claim } from './claims.ts';
import type { Push } from './line.ts';
import type { Deed } from './officer.ts';

/** A run, with what only a run in one process knows. */
export interface ChaosRun extends Judged {
  pushes: readonly Push[];
  deeds: readonly Deed[];
  /** What scenes say that was done. */
  claims: readonly Claim[];
}

type Check = (run: ChaosRun) => string[] | Promise<string[]>;

/** As long as LINE knows a retry key. @see https://developers.line.biz/en/docs/messaging-api/retrying-api-request/ */
const KEY_MILLISECONDS = 24 * 3_600_000;

/** LINE took at most one message under each retry key that it still knew. */
function retryKeyFindings({ pushes }: ChaosRun): string[] {
  const under = Map.groupBy(pushes, ({ retryKey }) => retryKey);
  return [...under.values()].flatMap((all) =>
    all.some(({ at }, index) => index > 0 && at - (all[index - 1]?.at ?? 0) <= KEY_MILLISECONDS)
      ? [`${all.length} messages under one retry key`]
      : [],
  );
}

/** Each answer of the staff stands once in its case. */
function answerFindings({ history, deeds }: ChaosRun): string[] {
  return deeds.flatMap(({ caseId, words, isSent }) => {
    const thread = [...standing(history, `cases/${caseId}/messages`).values()];
    const there = thread.filter((data) => CaseMessage.safeParse(data).data?.text === words).length;
    return there === 1 || (there === 0 && !isSent)
      ? []
      : [`«${words}» of the staff stands ${there} times in its case`];
  });
}

/** What is checked, by what is promised. */
export const checks: readonly (readonly [promise: string, check: Check])[] = [
  ['everybody reached what they came for', ({ stuck }) => stuck],
  ['nobody is stuck: "เมนู" leads to the menu', ({ withoutMenu }) => withoutMenu],
  ['each confirmed case is there once and whole', caseFindings],
  ['each confirmed tip is there once', tipFindings],
  ['each receipt works', receiptFindings],
  ['each finished survey counts once, as it was meant', surveyFindings],
  ['tallies equal a recount', tallyFindings],
  ['no alert is lost, and none was sent under two keys', alertFindings],
  ['at most one message under a retry key', retryKeyFindings],
  ['each answer of the staff is there once', answerFindings],
  ['what the staff did is in the audit as often', deedFindings],
  ['the audit is one whole chain', chainFindings],
  ['what was entered for somebody is there once and whole', entryFindings],
  ['what was done to a case stands there once, and was told once', workFindings],
  ['what was approved is public once', publicFindings],
  ['a broadcast reaches everybody once', broadcastFindings],
  ['a measure is planned once, and its step done', stepFindings],
  ['a count of a service is what was entered', countFindings],
  ['what was added to a tip on its page is in it once', addedFindings],
  ['what was rated at the counter counts once', responseFindings],
  ['what was to be deleted is gone, whole', erasedFindings],
  ['who left holds nothing, and what they had is their colleague’s', leftFindings],
  ['a new key opens what it was resealed to', resealedFindings],
  [
    'nothing was said that LINE would not take',
    ({ platform }) => platform.wrongMessages.map((one) => JSON.stringify(one)),
  ],
  ['no trace of a person, or of words, where none belongs', documentTraces],
  ['the log holds codes alone', logTraces],
  ['no photo of a tip is kept as it is', photoTraces],
  ['nothing keyed by a person stands beside what is secret', sharedCommits],
  ['no session was written with what is secret', sessionsWithSecrets],
  ['no push to who told of corruption, none with a receipt', pushFindings],
  ['the outbox names no tip', tipsInOutbox],
  ['tips open for their readers and receipts alone', openingFindings],
];

/** What was found, by promise; nothing where all is well. */
export async function findingsOf(run: ChaosRun): Promise<{ promise: string; findings: string[] }[]> {
  const found: { promise: string; findings: string[] }[] = [];
  for (const [promise, check] of checks) {
    const findings = await check(run);
    if (findings.length > 0) found.push({ promise, findings });
  }
  return found;
}
