import { openStatuses } from '../../domain/case/status.ts';
import { type CaseView, type Facts, PAPERS_IN_CHAT, type Want } from '../../domain/conversation/facts.ts';
import { EvidenceProfile, emptyProfile } from '../../domain/evidence/profile.ts';
import { matchQuestions } from '../../domain/questions/match.ts';
import { DraftId } from '../../sealing/form-contract.ts';
import { readAnnouncements } from '../announcements/read-register.ts';
import type { Basis } from './basis.ts';
import { nextNumber } from './case-number.ts';
import { type ReadCase, readCase, viewCase, viewCases } from './case-view.ts';
import type { Asker, Ground } from './ground.ts';
import { readAsker, readInvitation } from './invitation.ts';
import { readLimits } from './limits.ts';
import { lookUp } from './lookup.ts';
import { JOINED_MOST } from './open-case.ts';
import { Route } from './records.ts';
import { readAnswered } from './survey-answers.ts';
import { readTipDoor } from './tip-door.ts';
import { readTipThread } from './tip-thread.ts';

/** How long the chat waits for the words of papers, in milliseconds: LINE waits two seconds for everything. */
const WORDS_PATIENCE = 700;

/** How many of a reporter's own cases are listed. */
const MINE = 10;

/** The case that another has joined: only that one can be joined. */
async function headOf(
  ground: Ground,
  basis: Basis,
  read: ReadCase | undefined,
): Promise<ReadCase | undefined> {
  if (read?.case.joins === undefined) return read;
  return readCase(await ground.documents.read(ground.paths.case(read.case.joins)), basis);
}

async function similarCase(
  ground: Ground,
  basis: Basis,
  category: string,
  place: string,
): Promise<Facts['similar']> {
  const found = await ground.documents.query({
    collection: ground.paths.cases,
    where: [
      ['kind', '==', 'complaint'],
      ['category', '==', category],
      ['where.place', '==', place],
      ['status', 'in', [...openStatuses]],
    ],
    orderBy: [['received', 'desc']],
    limit: 1,
  });
  const read = await headOf(ground, basis, readCase(found[0], basis));
  return read === undefined || read.case.joined >= JOINED_MOST
    ? null
    : { caseId: read.id, number: read.case.number };
}

async function ownCases(ground: Ground, { userId }: Asker, basis: Basis): Promise<CaseView[]> {
  const routes = await ground.documents.query({
    collection: ground.paths.routes,
    where: [['who', '==', ground.secrets.routeMark(userId)]],
    orderBy: [['day', 'desc']],
    limit: MINE,
  });
  return viewCases(
    ground,
    basis,
    routes.map(({ id }) => id),
  );
}

async function ownCase(ground: Ground, asker: Asker, basis: Basis, caseId: string): Promise<CaseView | null> {
  const [route, found] = await ground.documents.readMany([
    ground.paths.route(caseId),
    ground.paths.case(caseId),
  ]);
  const read = Route.safeParse(route?.data);
  const isOwn = read.success && read.data.who === ground.secrets.routeMark(asker.userId);
  return isOwn ? viewCase(ground, basis, found) : null;
}

/** Whether a case can be called so; what a button names was chosen by whoever sent it. */
const isCaseId = (caseId: string): boolean => DraftId.safeParse(caseId).success;

/** Answers one question of a step, and notes in `basis` what the answer was read from. */
export async function findFact(ground: Ground, asker: Asker, basis: Basis, want: Want): Promise<Facts> {
  switch (want.want) {
    case 'lookup':
      return { lookup: await lookUp(ground, asker, basis, want.receipt) };
    case 'similar':
      return { similar: (await similarCase(ground, basis, want.category, want.place)) ?? null };
    case 'mine':
      return { mine: await ownCases(ground, asker, basis) };
    case 'tipDoor':
      return { tipDoor: await readTipDoor(ground, asker.agency) };
    case 'limits':
      return { limits: await readLimits(ground, asker, 'case') };
    case 'number':
      return { number: await nextNumber(ground, asker, basis) };
    case 'staff':
      return { staff: await readAsker(ground, asker, basis) };
    case 'invitation':
      return { invitation: await readInvitation(ground, asker, basis, want.code) };
    case 'case':
      if (!isCaseId(want.caseId)) return { case: null };
      return {
        case: await viewCase(ground, basis, await ground.documents.read(ground.paths.case(want.caseId))),
      };
    case 'ownCase':
      if (!isCaseId(want.caseId)) return { ownCase: null };
      return { ownCase: await ownCase(ground, asker, basis, want.caseId) };
    case 'tipThread':
      return { tipThread: await readTipThread(ground, asker, basis, want) };
    case 'papers': {
      const found = await ground.papers.search(want.words, WORDS_PATIENCE);
      return { papers: { best: found.slice(0, PAPERS_IN_CHAT), all: found.length } };
    }
    case 'announcements':
      return { announcements: (await readAnnouncements(ground)).announcements };
    case 'known': {
      const found = await ground.documents.read(ground.paths.evidenceProfile);
      const { questions } = EvidenceProfile.safeParse(found?.data).data ?? emptyProfile;
      return { known: matchQuestions(questions, want.words) };
    }
    case 'answered':
      return { answered: await readAnswered(ground, asker, basis, want.period) };
  }
}
