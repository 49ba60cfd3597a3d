import type { FormKeys } from '../../sealing/form-contract.ts';
import type { Recipient } from '../../sealing/keys.ts';
import { digestOf, makeManifest } from '../../sealing/manifest.ts';
import { sealPart } from '../../sealing/part.ts';
import type { Part, SealedDigest } from '../../sealing/plaintext.ts';
import { anyoneLeft, type ChosenReaders, chooseReaders } from '../../sealing/readers.ts';
import type { Door } from './door.ts';
import { NotDone } from './not-done.ts';

/** What somebody confirmed: office and kind are ids, texts are clean, photos stripped JPEG. */
export interface TipToSend {
  receipt: string;
  office: string;
  kind: string;
  texts: readonly string[];
  photos: readonly Uint8Array<ArrayBuffer>[];
}

/** What is sealed of it. `channel`: how it came, where staff enter it for somebody. */
export type TipToSeal = Omit<TipToSend, 'receipt'> & { channel?: string };

/** A tip sealed part by part, the part with number n at index n - 1. */
export interface SealedTip {
  draft: string;
  chosen: ChosenReaders;
  recovery: boolean;
  parts: Uint8Array[];
}

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const DRAFT_CHARACTERS = 24;

const newDraft = ({ random }: Pick<Door, 'random'>): string =>
  Array.from(random(DRAFT_CHARACTERS), (octet) => ALPHABET[octet % ALPHABET.length]).join('');

/**
 * Seals a tip to every reader outside its office, and to its reporter where their key is known: words, photos, what it is about, and the
 * manifest last.
 * @throws NotDone `readers_changed` where nobody is left to read it
 */
export async function sealTip(
  door: Pick<Door, 'random'>,
  keys: FormKeys,
  reporter: Recipient | undefined,
  tip: TipToSeal,
  sealedOne: (done: number, of: number) => void,
): Promise<SealedTip> {
  const { readers, agency } = keys;
  if (!anyoneLeft(readers, [tip.office])) throw new NotDone('readers_changed');
  const chosen = chooseReaders(readers, reporter, [tip.office]);
  const draft = newDraft(door);
  const address = (n: number) => ({ version: 1, agency: agency.id, draft, n }) as const;
  const contents: Part[] = [
    ...tip.texts.map((text, index): Part => ({ ...address(index + 1), kind: 'text', text })),
    ...tip.photos.map(
      (photo, index): Part => ({ ...address(tip.texts.length + index + 1), kind: 'photo', photo }),
    ),
  ];
  const about = contents.length + 1;
  const channel = tip.channel === undefined ? {} : { channel: tip.channel };
  contents.push({ ...address(about), kind: 'about', office: tip.office, tipKind: tip.kind, ...channel });
  const parts: Uint8Array[] = [];
  const digests: SealedDigest[] = [];
  for (const part of contents) {
    const sealed = await sealPart(part, chosen.recipients, door.random);
    digests.push(await digestOf({ n: part.n, sealed }));
    parts.push(sealed);
    sealedOne(parts.length, contents.length + 1);
  }
  const manifest = makeManifest({ agency: agency.id, draft, n: about + 1 }, digests, reporter);
  parts.push(await sealPart(manifest, chosen.recipients, door.random));
  const recovery = readers.recovery !== undefined && chosen.recipients.includes(readers.recovery.recipient);
  return { draft, chosen, recovery, parts };
}
