import type { Facts } from '../../domain/conversation/facts.ts';
import { openPart } from '../../sealing/part.ts';
import type { Part } from '../../sealing/plaintext.ts';
import type { Basis } from './basis.ts';
import { readTip } from './case-view.ts';
import type { Asker, Ground } from './ground.ts';
import { SealedMessage } from './records.ts';

type Thread = NonNullable<Facts['tipThread']>;

function wordsOf(part: Part): Thread {
  switch (part.kind) {
    case 'text':
      return [{ from: 'reporter', text: part.text }];
    case 'message':
      return [{ from: part.from, text: part.text }];
    case 'photo':
    case 'about':
    case 'manifest':
      return [];
  }
}

/** What a tip's reporter wrote and was answered, opened with their own key; photos are only counted by staff. */
export async function readTipThread(
  ground: Ground,
  asker: Asker,
  basis: Basis,
  { caseId, receipt }: { caseId: string; receipt: string },
): Promise<Thread | null> {
  const [found, keys] = await Promise.all([
    ground.documents.read(ground.paths.case(caseId)),
    ground.receiptKeys(asker.agency, receipt),
  ]);
  const tip = readTip(found, basis);
  if (tip === undefined) return null;
  const numbers = Array.from({ length: tip.parts }, (_, n) => n);
  const stored = await ground.documents.readMany(numbers.map((n) => ground.paths.message(caseId, n)));
  const opened = await Promise.all(
    stored.map(async (part, n) => {
      const read = SealedMessage.safeParse(part?.data);
      if (!read.success) return undefined;
      return openPart(keys.identity, read.data.sealed, { agency: ground.agencyId, draft: caseId, n });
    }),
  );
  return opened.flatMap((part) => (part?.open ? wordsOf(part.part) : []));
}
