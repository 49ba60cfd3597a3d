import { readDemoKeys } from '../../bot/agency/demo-keys.ts';
import { openSecrets } from '../../bot/secrets/secrets.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { deriveReceipt } from '../../sealing/derive-receipt.ts';
import type { Identity } from '../../sealing/keys.ts';
import { checkManifest, type SealedPart } from '../../sealing/manifest.ts';
import { openPart } from '../../sealing/part.ts';
import type { Part } from '../../sealing/plaintext.ts';
import { scryptNode } from '../../sealing/scrypt-node.ts';
import { confirmedTips, tipsIn } from '../faults/check-cases.ts';
import { standing } from '../faults/history.ts';
import type { Judged } from '../faults/judged.ts';
import { MARKER, type TipGoal } from '../faults/resident.ts';

/** A tip as it stands, and how its reporter's receipt leads to it. */
interface Tip {
  caseId: string;
  goal: TipGoal;
  who: string;
  story(): string;
  identity: Identity;
  parts: SealedPart[];
}

async function tipsOf(run: Judged): Promise<{ tips: Tip[]; findings: string[] }> {
  const secrets = openSecrets(run.secretKey).forAgency('khoen');
  const salt = new Uint8Array(Buffer.from(run.receiptSalt, 'base64'));
  const receipts = standing(run.history, 'receipts');
  const tips: Tip[] = [];
  const findings: string[] = [];
  await Promise.all(
    confirmedTips(run).map(async ({ resident, goal }) => {
      const who = `resident ${resident.nth}`;
      const before = tips.length;
      for (const digits of goal.sent) {
        const { lookupId, identity } = await deriveReceipt(scryptNode, { agencyId: 'khoen', salt, digits });
        const caseId = receipts.get(secrets.lookupMark(lookupId))?.caseId;
        if (typeof caseId !== 'string') continue;
        const parts = [...standing(run.history, `cases/${caseId}/messages`)].flatMap(([n, { sealed }]) =>
          sealed instanceof Uint8Array ? [{ n: Number(n), sealed: new Uint8Array(sealed) }] : [],
        );
        tips.push({
          caseId,
          goal,
          who,
          story: resident.phone.story,
          identity,
          parts: parts.sort((a, b) => a.n - b.n),
        });
      }
      if (tips.length === before) findings.push(`no receipt of ${who} leads to a tip`);
    }),
  );
  const ids = tips.map(({ caseId }) => caseId);
  if (new Set(ids).size !== ids.length) findings.push('two receipts lead to one tip');
  for (const id of tipsIn(run).keys()) if (!ids.includes(id)) findings.push('a tip that no receipt leads to');
  return { tips, findings };
}

const openAll = (identity: Identity, { caseId, parts }: Pick<Tip, 'caseId' | 'parts'>) =>
  Promise.all(
    parts.map(({ n, sealed }) => openPart(identity, sealed, { agency: 'khoen', draft: caseId, n })),
  );

/** What a part says that its reporter would miss: kept words, office, manifest; as opened by the reporter. */
async function wholeness(tip: Tip, opened: readonly Part[]): Promise<string[]> {
  const { who, goal, caseId, parts } = tip;
  const texts = opened.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  const about = opened.find((part) => part.kind === 'about');
  const manifest = opened.find((part) => part.kind === 'manifest');
  const foreign = texts.flatMap((text) => text.match(MARKER) ?? []).filter((mark) => mark !== goal.marker);
  const faults =
    manifest === undefined
      ? ['none']
      : await checkManifest(manifest, { agency: 'khoen', draft: caseId, parts });
  return [
    ...(goal.isTrimmed ? [] : goal.held)
      .filter((words) => !texts.includes(words))
      .map((words) => `${who}: «${words}» is missing from the tip\n${tip.story()}`),
    ...foreign.map((mark) => `${who}: ${mark} of somebody else in the tip`),
    ...(about?.office === goal.office
      ? []
      : [`${who}: the tip is about ${about?.office}, not ${goal.office}`]),
    ...faults.map((fault) => `${who}: the manifest finds ${JSON.stringify(fault)}`),
  ];
}

/** Who opens which tip: its readers and its own receipt every part, nobody else any. */
export async function openingFindings(run: Judged): Promise<string[]> {
  const keys = await readDemoKeys(run.dataDir);
  const { tips, findings } = await tipsOf(run);
  for (const [index, tip] of tips.entries()) {
    const { who, goal } = tip;
    const own = await openAll(tip.identity, tip);
    if (own.some(({ open }) => !open)) findings.push(`${who}: the own receipt does not open every part`);
    findings.push(
      ...(await wholeness(
        tip,
        own.flatMap((one) => (one.open ? [one.part] : [])),
      )),
    );
    const other = tips[(index + 1) % tips.length];
    if (other !== undefined && other !== tip) {
      const [first] = tip.parts;
      const opened = await openAll(other.identity, { ...tip, parts: first === undefined ? [] : [first] });
      if (opened.some(({ open }) => open)) findings.push(`${who}: another receipt opens the tip`);
    }
    for (const { id, unit } of demoStaff) {
      const key = keys[id];
      if (key === undefined) continue;
      const may = unit !== goal.office;
      const opened = (await openAll(key, tip)).filter(({ open }) => open).length;
      if (opened !== (may ? tip.parts.length : 0)) {
        findings.push(`${who}: a reader who ${may ? 'may' : 'may not'} read opens ${opened} parts`);
      }
    }
  }
  return findings;
}
