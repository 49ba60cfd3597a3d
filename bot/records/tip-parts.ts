import { Timestamp } from '@google-cloud/firestore';
import type { Sealing, Write as Wanted } from '../../domain/conversation/write.ts';
import { sealPart } from '../../sealing/part.ts';
import type { Part } from '../../sealing/plaintext.ts';
import { type ChosenReaders, chooseReaders } from '../../sealing/readers.ts';
import type { Write } from '../store/documents.ts';
import { readHeld } from './attachments.ts';
import { mediaOf, type Planning } from './planning.ts';
import { readReaders } from './tip-door.ts';

/** How long parts of a tip wait to be confirmed. */
const PARTS_KEPT_MILLISECONDS = 86_400_000;

type SealHeld = Extract<Wanted, { write: 'seal held' }>;

async function choose({ ground, asker }: Planning, { receipt, office }: Sealing): Promise<ChosenReaders> {
  const [readers, { recipient }] = await Promise.all([
    readReaders(ground),
    ground.receiptKeys(asker.agency, receipt),
  ]);
  return chooseReaders(readers, recipient, [office]);
}

/** Whom the parts of a tip are sealed to. */
export function readersOf(plan: Planning, sealing: Sealing): Promise<ChosenReaders> {
  const name = `${sealing.caseId}/${sealing.office}/${sealing.receipt}`;
  const chosen = plan.chosen.get(name) ?? choose(plan, sealing);
  plan.chosen.set(name, chosen);
  return chosen;
}

/** A sealed part as it is stored. */
export async function sealedMessage(
  plan: Planning,
  part: Part,
  { recipients }: Pick<ChosenReaders, 'recipients'>,
) {
  const { ground } = plan;
  const sealed = await sealPart(part, recipients, ground.random);
  return { path: ground.paths.message(part.draft, part.n), sealed };
}

async function keepPart(plan: Planning, sealing: Sealing, part: Part): Promise<Write> {
  const { path, sealed } = await sealedMessage(plan, part, await readersOf(plan, sealing));
  const expireAt = Timestamp.fromMillis(plan.asker.now + PARTS_KEPT_MILLISECONDS);
  return { op: 'set', path, data: { version: 1, sealed, expireAt } };
}

const addressOf = ({ ground }: Planning, { caseId }: Sealing, n: number) =>
  ({ version: 1, agency: ground.agencyId, draft: caseId, n }) as const;

export const sealText = (plan: Planning, sealing: Sealing, n: number, text: string): Promise<Write> =>
  keepPart(plan, sealing, { ...addressOf(plan, sealing, n), kind: 'text', text });

export const sealPhoto = (plan: Planning, sealing: Sealing, n: number): Promise<Write> =>
  keepPart(plan, sealing, {
    ...addressOf(plan, sealing, n),
    kind: 'photo',
    photo: new Uint8Array(mediaOf(plan).bytes),
  });

/** Seals a photo that was held while its draft was unsorted, and deletes the held copy. */
export async function sealHeld(plan: Planning, { from, n, sealing, as }: SealHeld): Promise<Write[]> {
  const { ground, asker } = plan;
  const held = await readHeld(ground, asker.userId, from, n);
  const gone: Write = { op: 'delete', path: ground.paths.attachment(from, n) };
  if (held === undefined) return [gone];
  const part: Part = { ...addressOf(plan, sealing, as), kind: 'photo', photo: new Uint8Array(held.bytes) };
  return [await keepPart(plan, sealing, part), gone];
}
