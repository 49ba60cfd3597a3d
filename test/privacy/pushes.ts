import { openSecrets } from '../../bot/secrets/secrets.ts';
import type { Judged } from '../faults/judged.ts';
import { receiptOn } from '../faults/resident.ts';

/** Messages that were pushed in place of a reply that did not go through. */
const pushedInstead = (run: Judged) => {
  const { platform } = run;
  const secrets = openSecrets(run.secretKey).forAgency('khoen');
  return [...run.passed.eventIds].flatMap((eventId) => {
    const sent = run.pushed(secrets.retryKey(`event/${eventId}`));
    return sent.flatMap((id) => platform.messages.get(id) ?? []);
  });
};

/** Nobody who told of corruption is pushed anything, and no push carries a receipt. */
export function pushFindings(run: Judged): string[] {
  const tipsters = new Set(
    run.residents.flatMap(({ phone, goals }) =>
      goals.some(({ goal }) => goal === 'tip') ? [phone.userId] : [],
    ),
  );
  return pushedInstead(run).flatMap(({ chatId, message }) => [
    ...(tipsters.has(chatId) ? ['a push to somebody who told of corruption'] : []),
    ...(receiptOn(JSON.stringify(message)) === undefined ? [] : ['a receipt in a push']),
  ]);
}

/** How many messages were pushed so. */
export const pushes = (run: Judged): number => pushedInstead(run).length;
