import type { PeopleWords } from '../../../domain/catalogue/console-people.ts';
import type { PeopleAnswer, PersonRow } from '../../../domain/staff/people.ts';
import { labelOf } from '../console.ts';

/** So many categories are named in a line. */
const NAMED = 3;

/** What somebody answers for, in one line. */
export function dutiesWords(row: PersonRow, { units, categories }: PeopleAnswer, say: PeopleWords) {
  const labels = (ids: readonly string[]): string => {
    if (ids.length === categories.length) return say.every;
    const named = ids.slice(0, NAMED).map((id) => labelOf(categories, id));
    return [...named, ...(ids.length > NAMED ? [say.others(ids.length - NAMED)] : [])].join(', ');
  };
  return [
    ...(row.heads.length === 0 ? [] : [say.asHead(row.heads.map((id) => labelOf(units, id)).join(', '))]),
    ...(row.person.length === 0 ? [] : [say.asPerson(labels(row.person))]),
    ...(row.deputy.length === 0 ? [] : [say.asDeputy(labels(row.deputy))]),
  ].join(' · ');
}
