import type { Recipient } from '../../../sealing/keys.ts';
import { sealPart } from '../../../sealing/part.ts';
import { chooseReaders } from '../../../sealing/readers.ts';
import type { Random } from '../../../sealing/shuffle.ts';
import type { TipReadersNow } from '../../../sealing/tips-contract.ts';

/** An officer's words to a tip's reporter and to its other readers. `day` is an ISO day in Asia/Bangkok. */
export interface WordsToSeal {
  agency: string;
  draft: string;
  n: number;
  text: string;
  day: string;
  office: string;
  reporter: Recipient | undefined;
  readers: TipReadersNow;
}

/** Seals an answer to the reporter and to whoever still reads, without the office that the tip concerns. */
export function sealWords(words: WordsToSeal, random: Random): Promise<Uint8Array> {
  const { agency, draft, n, text, day, office, reporter, readers } = words;
  const { officers, recovery } = readers;
  const left = { version: 1 as const, officers, ...(recovery === undefined ? {} : { recovery }) };
  const { recipients } = chooseReaders(left, reporter, [office]);
  const part = { version: 1, agency, draft, n, kind: 'message', from: 'staff', text, day } as const;
  return sealPart(part, recipients, random);
}
