import { createHash } from 'node:crypto';
import type { Write as Wanted } from '../../domain/conversation/write.ts';
import { auditWrites } from '../audit/append.ts';
import { increment, type Write } from '../store/documents.ts';
import { attachmentKey, keepMedia, releaseHeld } from './attachments.ts';
import type { Basis } from './basis.ts';
import { addMessage, changeCase, writeEdits } from './case-edits.ts';
import { chatDeeds } from './chat-deeds.ts';
import type { Asker, Ground } from './ground.ts';
import { joinStaff, useInvitation } from './invitation.ts';
import { countLimit, limitPath } from './limits.ts';
import { openCase } from './open-case.ts';
import { storeEntry } from './outbox.ts';
import { addCounts, type Media, type Planning } from './planning.ts';
import { writeResponse } from './survey-answers.ts';
import { addTipMessage, openTip } from './tip.ts';
import { sealHeld, sealPhoto, sealText } from './tip-parts.ts';

/**
 * The documents that carry out what a step wants: `together` in the commit that moves the session on, `apart` in
 * one of its own, because a count that is kept under a person must not share a commit with a tip or a response.
 */
export interface Plan {
  together: Write[];
  apart: Write[];
}

/** Where a group that gets alerts is kept. */
const targetId = (groupId: string): string => createHash('sha256').update(groupId).digest('base64url');

const writeCounts = ({ ground, counts }: Planning): Write[] =>
  [...counts].map(([key, sums]) => ({
    op: 'merge',
    path: ground.paths.tally(key),
    data: Object.fromEntries([...sums].map(([name, by]) => [name, increment(by)])),
  }));

async function documentsOf(plan: Planning, wanted: Wanted): Promise<Write[]> {
  const { ground, asker, basis } = plan;
  switch (wanted.write) {
    case 'hold media':
      return [keepMedia(plan, wanted.caseId, wanted.n, true)];
    case 'keep media':
      return [keepMedia(plan, wanted.caseId, wanted.n, false)];
    case 'release held':
      return releaseHeld(plan, wanted.caseId, wanted.n);
    case 'seal held':
      return sealHeld(plan, wanted);
    case 'drop media':
      return [{ op: 'delete', path: ground.paths.attachment(wanted.caseId, wanted.n) }];
    case 'seal text':
      return [await sealText(plan, wanted.sealing, wanted.n, wanted.text)];
    case 'seal photo':
      return [await sealPhoto(plan, wanted.sealing, wanted.n)];
    case 'drop parts':
      return wanted.ns.map((n) => ({ op: 'delete', path: ground.paths.message(wanted.caseId, n) }));
    case 'open case':
      return openCase(plan, wanted);
    case 'open tip':
      return openTip(plan, wanted);
    case 'case message':
      return addMessage(plan, wanted);
    case 'tip message':
      return addTipMessage(plan, wanted);
    case 'erase case':
      return [
        { op: 'set', path: ground.paths.erasure(wanted.caseId), data: { version: 1, from: wanted.from } },
      ];
    case 'keep case':
      return [{ op: 'delete', path: ground.paths.erasure(wanted.caseId) }];
    case 'change case':
      return changeCase(plan, wanted);
    case 'response':
      return writeResponse(ground, asker, basis, wanted);
    case 'tally':
      addCounts(plan, wanted.key, wanted.counts);
      return [];
    case 'limit':
      return [
        {
          op: 'merge',
          path: limitPath(ground, asker, wanted.kind),
          data: countLimit(wanted.kind, wanted.by, asker.now),
        },
      ];
    case 'join staff':
      return joinStaff(ground, asker, basis, wanted.person);
    case 'add target': {
      const { groupId, label } = wanted;
      const data = { version: 1, kind: 'group', groupId, label };
      return [{ op: 'set', path: ground.paths.target(targetId(groupId)), data }, useInvitation(basis)];
    }
    case 'outbox':
      return [storeEntry(ground, wanted.entry)];
  }
}

/** The links of the audit that go with what staff did; none, and nothing read, for residents. */
async function linksOf(plan: Planning, wanted: readonly Wanted[]): Promise<Write[]> {
  const { ground, asker } = plan;
  const deeds = chatDeeds(plan, wanted);
  if (deeds.length === 0) return [];
  const head = await ground.documents.read(ground.paths.auditHead);
  return auditWrites(ground, asker.now, deeds, head);
}

const apartFrom: ReadonlySet<Wanted['write']> = new Set([
  'seal text',
  'seal photo',
  'seal held',
  'drop parts',
  'open tip',
  'tip message',
  'response',
]);

/**
 * Turns what a step wants into documents, in order. Seals what is to be sealed.
 * @throws Stale where the facts it was decided on no longer hold.
 */
export async function planWrites(
  ground: Ground,
  asker: Asker,
  basis: Basis,
  wanted: readonly Wanted[],
  media: Media | undefined,
): Promise<Plan> {
  const opened = wanted.flatMap((one) =>
    one.write === 'open case' ? one.media.map((n) => attachmentKey(one.caseId, n)) : [],
  );
  const plan: Planning = {
    ground,
    asker,
    basis,
    media,
    writes: [],
    counts: new Map(),
    edits: new Map(),
    chosen: new Map(),
    opened: new Set(opened),
  };
  const apart: Write[] = [];
  const separates = wanted.some(({ write }) => apartFrom.has(write));
  for (const one of wanted) {
    const documents = await documentsOf(plan, one);
    if (separates && one.write === 'limit') apart.push(...documents);
    else plan.writes.push(...documents);
  }
  const edits = writeEdits(plan);
  const links = await linksOf(plan, wanted);
  return { together: [...plan.writes, ...edits, ...writeCounts(plan), ...links], apart };
}
