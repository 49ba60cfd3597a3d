import type { Agency } from '../../domain/agency/agency.ts';
import type { TipDoor } from '../../domain/conversation/facts.ts';
import { anyoneLeft, Readers } from '../../sealing/readers.ts';
import type { Found } from '../store/documents.ts';
import type { Ground } from './ground.ts';

const nobody: Readers = { version: 1, officers: [] };

/** Who can be given tips to read, by `readers/current` as it was found. */
export const parseReaders = (found: Found | undefined): Readers =>
  found === undefined ? nobody : Readers.parse(found.data);

/** Who can be given tips to read now. */
export const readReaders = async ({
  documents,
  paths,
}: Pick<Ground, 'documents' | 'paths'>): Promise<Readers> =>
  parseReaders(await documents.read(paths.readers));

/** Whether a tip can be taken in the chat now: its readers and the account's chat mode, both asked afresh. */
export async function readTipDoor(ground: Ground, agency: Agency): Promise<TipDoor> {
  const [readers, chatMode] = await Promise.all([readReaders(ground), ground.chatMode()]);
  if (!anyoneLeft(readers, [])) return { open: false, why: 'nobody_reads' };
  if (chatMode !== 'bot') return { open: false, why: 'chat_mode' };
  const unreadable = agency.tipOffices.map(({ id }) => id).filter((office) => !anyoneLeft(readers, [office]));
  return { open: true, unreadable };
}
