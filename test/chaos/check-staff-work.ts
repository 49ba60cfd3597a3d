import { openSecrets } from '../../bot/secrets/secrets.ts';
import { type Case, CaseMessage } from '../../domain/case/case.ts';
import { CaseHistory } from '../../domain/case/history.ts';
import { Measure } from '../../domain/measures/measure.ts';
import { StoredEntry } from '../../domain/outbox/entry.ts';
import { ServiceMonth } from '../../domain/service/counts.ts';
import { deriveReceipt } from '../../sealing/derive-receipt.ts';
import { scryptNode } from '../../sealing/scrypt-node.ts';
import { casesIn } from '../faults/check-cases.ts';
import { standing } from '../faults/history.ts';
import type { ChaosRun } from './check.ts';
import { claimsOf } from './claims.ts';

const underNumber = (run: ChaosRun, number: string): [id: string, record: Case][] =>
  [...casesIn(run)].filter(([, one]) => one.number === number);

/** What was entered for somebody is one case, with its words and its paper, and its slip's receipt opens it. */
export async function entryFindings(run: ChaosRun): Promise<string[]> {
  const secrets = openSecrets(run.secretKey).forAgency('khoen');
  const salt = new Uint8Array(Buffer.from(run.receiptSalt, 'base64'));
  const receipts = standing(run.history, 'receipts');
  const findings: string[] = [];
  for (const { number, receipt, words, files } of claimsOf(run, 'entry')) {
    const same = [...casesIn(run).values()].filter(({ text }) => text === words);
    const [only] = underNumber(run, number);
    if (same.length !== 1 || only === undefined) {
      findings.push(`what was entered as ${number} is there ${same.length} times`);
      continue;
    }
    const [id] = only;
    const { lookupId } = await deriveReceipt(scryptNode, { agencyId: 'khoen', salt, digits: receipt });
    if (receipts.get(secrets.lookupMark(lookupId))?.caseId !== id)
      findings.push(`the slip of ${number} opens another case, or none`);
    const kept = [...standing(run.history, `cases/${id}/attachments`).values()];
    if (kept.length !== files || kept.some(({ expireAt }) => expireAt !== undefined))
      findings.push(`${number} has ${kept.length} photos for good, or some that go`);
  }
  return findings;
}

/** What was done to a case stands in it in that order, each once, and its reporter was told of each once. */
export function workFindings(run: ChaosRun): string[] {
  const entries = [...standing(run.history, 'outbox').values()].map((data) => StoredEntry.parse(data));
  return claimsOf(run, 'work').flatMap(({ number, history, told }) => {
    const [only] = underNumber(run, number);
    if (only === undefined) return [`${number} is not there`];
    const [id, record] = only;
    const happened = [...standing(run.history, `cases/${id}/history`)]
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([, data]) => CaseHistory.parse(data))
      .map((one) => (one.kind === 'change' ? `change ${one.change}` : one.kind));
    const news = entries.flatMap(({ notice }) =>
      notice.notice === 'reporter' && notice.caseId === id ? [notice.news] : [],
    );
    const thread = [...standing(run.history, `cases/${id}/messages`).values()].map((data) =>
      CaseMessage.parse(data),
    );
    return [
      ...(happened.join() === history.join() && record.history === happened.length
        ? []
        : [`${number} went through ${happened.join()} instead of ${history.join()}`]),
      ...(news.sort().join() === [...told].sort().join()
        ? []
        : [`the reporter of ${number} was told ${news.join()} instead of ${told.join()}`]),
      ...(thread.length === record.messages ? [] : [`${number} counts its thread wrong`]),
    ];
  });
}

/** A measure is in the plan once, and its step is done, with a proof that stays. */
export function stepFindings(run: ChaosRun): string[] {
  return claimsOf(run, 'step').flatMap(({ issueTitle, step }) => {
    const found = [...standing(run.history, 'measures')].flatMap(([id, data]) => {
      const measure = Measure.parse(data);
      return measure.issueTitle === issueTitle ? [{ id, measure }] : [];
    });
    const [only] = found;
    if (found.length !== 1 || only === undefined) return [`«${issueTitle}» is planned ${found.length} times`];
    const proofs = [...standing(run.history, `measures/${only.id}/attachments`).values()];
    const isKept = proofs.length === 1 && proofs.every(({ expireAt }) => expireAt === undefined);
    const is = only.measure.steps.filter(({ text, state }) => text === step && state === 'done').length;
    return is === 1 && isKept ? [] : [`«${step}» is done ${is} times, with ${proofs.length} proofs`];
  });
}

/** A month's count of a service is what was entered last, with what was corrected beside it. */
export function countFindings(run: ChaosRun): string[] {
  const months = standing(run.history, 'serviceMonths');
  return claimsOf(run, 'count').flatMap(({ month, service, walkIn, online, former }) => {
    const entry = ServiceMonth.safeParse(months.get(month)).data?.services[service];
    const is = entry?.now;
    return is?.walkIn === walkIn && is.online === online && entry?.former.length === former
      ? []
      : [`${service} in ${month} counts ${JSON.stringify(entry)}`];
  });
}
