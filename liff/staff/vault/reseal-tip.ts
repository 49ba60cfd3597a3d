import { base64 } from '@scure/base';
import { headerFor } from '../../../sealing/header.ts';
import type { Identity } from '../../../sealing/keys.ts';
import { listedIn } from '../../../sealing/listed.ts';
import type { AboutPart, ManifestPart } from '../../../sealing/plaintext.ts';
import { chooseReaders, type IntegrityOfficer } from '../../../sealing/readers.ts';
import type { Random } from '../../../sealing/shuffle.ts';
import type { Resealed, ResealTip } from '../../../sealing/tips-contract.ts';
import { openEither } from './open-tip.ts';

/** What became of a tip that was to be sealed to somebody's new key. `unreadable`: not with this identity. */
export type ResealOutcome = Resealed | 'unreadable';

/** What a tip is about, as its reporter listed it: never what somebody else put there. */
async function listedAbout(
  identity: Identity,
  { agency, draft, tip }: { agency: string; draft: string; tip: ResealTip },
): Promise<{ about: AboutPart; manifest: ManifestPart } | undefined> {
  const whole = tip.parts.flatMap(({ n, sealed, header }) =>
    sealed === undefined ? [] : [{ n, sealed: base64.decode(sealed), header: base64.decode(header) }],
  );
  const opened = await Promise.all(
    whole.map(async (file) => ({
      n: file.n,
      sealed: file.sealed,
      part: await openEither(identity, file, { agency, draft, n: file.n }),
    })),
  );
  const { about, manifest } = await listedIn(opened);
  return about === undefined || manifest === undefined ? undefined : { about, manifest };
}

/** Whoever reads the tip from now on: those who do, the new key, and the reporter, without the office it concerns. */
function readersOf(
  { readers, target }: ResealTip,
  { about, manifest }: { about: AboutPart; manifest: ManifestPart },
) {
  const officers: IntegrityOfficer[] = [
    ...readers.officers.filter(({ staffId }) => staffId !== target.staffId),
    target,
  ];
  const { recovery } = readers;
  const all = { version: 1 as const, officers, ...(recovery === undefined ? {} : { recovery }) };
  return chooseReaders(all, manifest.reporter, [about.office]);
}

/**
 * Writes another header for every part of a tip, so that the target's key opens it too; left out where the tip is
 * about the office they sit in. No words and no photo are unsealed for it, but for what the tip is about.
 */
export async function resealTip(
  identity: Identity,
  asked: { agency: string; draft: string; tip: ResealTip },
  random: Random,
): Promise<ResealOutcome> {
  const { tip } = asked;
  const { recipient } = tip.target;
  const listed = await listedAbout(identity, asked);
  if (listed === undefined) return 'unreadable';
  const { recipients } = readersOf(tip, listed);
  if (!recipients.includes(recipient)) return { done: 'left_out', recipient };
  const headers: { n: number; header: string }[] = [];
  for (const { n, header } of tip.parts) {
    const next = await headerFor(identity, base64.decode(header), recipients, random);
    headers.push({ n, header: next === undefined ? header : base64.encode(next) });
  }
  return { done: 'sealed', count: tip.count, recipient, edition: tip.readers.edition, headers };
}
