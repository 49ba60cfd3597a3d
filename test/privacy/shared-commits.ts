import { openSecrets } from '../../bot/secrets/secrets.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { casesIn, tipsIn } from '../faults/check-cases.ts';
import type { Judged } from '../faults/judged.ts';

/** Collections whose ids are derived from a person. */
const OF_A_PERSON = /^agencies\/khoen\/(sessions|limits|routes)\/([^/]+)$/;
const CASE = /^agencies\/khoen\/cases\/([^/]+)$/;
const CASE_PART = /^agencies\/khoen\/cases\/([^/]+)/;
const RESPONSE = /^agencies\/khoen\/responses\//;

/** Whether a path is keyed by a resident: the staff's own sessions say nothing of a reporter. */
function ofResident({ secretKey, history }: Judged): (path: string) => boolean {
  // What the forms count of the whole agency stands there as well, as `n`.
  const ofAgency = new Set(
    history.versions.flatMap(({ path, data }) => (data?.n === undefined ? [] : [path])),
  );
  const secrets = openSecrets(secretKey).forAgency('khoen');
  const staff = new Set(demoStaff.map(({ id }) => `agencies/khoen/sessions/${secrets.pseudonym(id)}`));
  return (path) => OF_A_PERSON.test(path) && !staff.has(path) && !ofAgency.has(path);
}

/**
 * The commits that opened a case whose reporter said that nobody is to know who it was, or changed it. Not those
 * in which somebody else's case joined it: that says who joined, and the joining case says so itself.
 */
function unrecordedCommits(run: Judged): Set<number> {
  const { versions } = run.history;
  const routed = new Set(versions.map(({ path }) => path).filter((path) => path.includes('/routes/')));
  const unrecorded = new Set(
    [...casesIn(run).keys()].filter((id) => !routed.has(`agencies/khoen/routes/${id}`)),
  );
  const joined = new Set(
    versions.flatMap(({ path, commit, data }) =>
      CASE_PART.test(path) && typeof data?.joins === 'string' ? [`${commit} ${data.joins}`] : [],
    ),
  );
  return new Set(
    versions.flatMap(({ path, commit }) => {
      const id = CASE.exec(path)?.[1];
      return id !== undefined && unrecorded.has(id) && !joined.has(`${commit} ${id}`) ? [commit] : [];
    }),
  );
}

/**
 * Documents keyed by a person that still stand as a commit left them which also left something of a tip or a
 * response as it stands, or which opened or changed an unrecorded case: equal update times would point at each other.
 */
export function sharedCommits(run: Judged): string[] {
  const { last } = run.history;
  const tips = new Set(tipsIn(run).keys());
  const unrecorded = unrecordedCommits(run);
  const isResident = ofResident(run);
  const byCommit = Map.groupBy(last, ([, { commit }]) => commit);
  return [...byCommit].flatMap(([commit, documents]) => {
    const paths = documents.map(([path]) => path);
    const isSecret = (path: string): boolean =>
      RESPONSE.test(path) || tips.has(CASE_PART.exec(path)?.[1] ?? '');
    const kept = paths.filter(isSecret);
    const people = paths.filter(isResident);
    const shares = kept.length > 0 || unrecorded.has(commit);
    return shares && people.length > 0
      ? [`${people.join()} beside ${kept.join() || 'an unrecorded case'}`]
      : [];
  });
}

/** A commit that made or changed a tip or an unrecorded case, or kept a response, wrote no session that stood after it. */
export function sessionsWithSecrets(run: Judged): string[] {
  const tips = new Set(tipsIn(run).keys());
  const unrecorded = unrecordedCommits(run);
  const isResident = ofResident(run);
  const byCommit = Map.groupBy(run.history.versions, ({ commit }) => commit);
  return [...byCommit].flatMap(([commit, versions]) => {
    const opens =
      unrecorded.has(commit) ||
      versions.some(
        ({ path, data }) =>
          data !== undefined && (RESPONSE.test(path) || tips.has(/\/cases\/([^/]+)$/.exec(path)?.[1] ?? '')),
      );
    const people = versions.filter(({ path, data }) => data !== undefined && isResident(path));
    return opens && people.length > 0 ? [`${people.map(({ path }) => path).join()} in such a commit`] : [];
  });
}

/** Alerts about tips say nothing of which: no case id in any version of any entry. */
export function tipsInOutbox(run: Judged): string[] {
  const tips = [...tipsIn(run).keys()];
  return run.history.versions.flatMap(({ path, data }) => {
    if (!path.includes('/outbox/') || data === undefined) return [];
    const text = `${path} ${JSON.stringify(data)}`;
    return tips.some((id) => text.includes(id)) ? ["a tip's case id in the outbox"] : [];
  });
}
