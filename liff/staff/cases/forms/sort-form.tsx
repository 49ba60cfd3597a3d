import { useState } from 'preact/hooks';
import type { CaseDetail } from '../../../../domain/staff/cases.ts';
import { useConsole } from '../../console.ts';
import { Select } from '../../parts/field.tsx';
import { useActing } from '../acting.ts';
import type { CaseParts } from '../case-parts.ts';
import { ActForm } from './act-form.tsx';
import { useUndoing } from './undoing.ts';

interface Sorted {
  category: string;
  place: string;
  unit: string;
  concerns: string;
}

const sortedOf = ({ category = '', where, unit, concerns = '' }: CaseDetail): Sorted => ({
  category,
  place: where.place ?? '',
  unit,
  concerns,
});

const orNull = (id: string): string | null => (id === '' ? null : id);

/** What of a sorting differs from what was there, as it is sent. */
function changesOf(before: Sorted, after: Sorted): Record<string, string | null> {
  return {
    ...(after.category !== before.category && after.category !== '' ? { category: after.category } : {}),
    ...(after.place !== before.place ? { place: orNull(after.place) } : {}),
    ...(after.unit !== before.unit ? { unit: after.unit } : {}),
    ...(after.concerns !== before.concerns ? { concerns: orNull(after.concerns) } : {}),
  };
}

/** What a case is about, where, and who answers for it. */
export function SortForm({ parts }: { parts: CaseParts }) {
  const { detail, say, close } = parts;
  const { me, toast } = useConsole();
  const { categories, units, places } = me.agency;
  const [before] = useState(sortedOf(detail));
  const [sorted, setSorted] = useState(before);
  const [problem, setProblem] = useState<string>();
  const acting = useActing(parts);
  const undoing = useUndoing(parts);
  const isAboutStaff = categories.some(({ id, aboutStaff }) => id === sorted.category && aboutStaff);

  const choose = (category: string): void => {
    const unit = categories.find(({ id }) => id === category)?.unit ?? sorted.unit;
    setSorted({ ...sorted, category, unit });
  };
  const save = async (): Promise<void> => {
    const meant = isAboutStaff ? sorted : { ...sorted, concerns: before.concerns };
    const changes = changesOf(before, meant);
    if (Object.keys(changes).length === 0) return setProblem(say.sort.same);
    setProblem(undefined);
    const after = await acting.act('sort', changes, { kind: 'sort' });
    if (after === undefined) return;
    const back = changesOf(sortedOf(after), before);
    if (after.acts.includes('sort') && before.category !== '') undoing(say.done.sort, after, 'sort', back);
    else toast({ words: say.done.sort });
    close();
  };

  return (
    <ActForm
      parts={parts}
      acting={acting}
      act="sort"
      title={say.acts.sort}
      save={say.sort.save}
      problem={problem}
      submit={save}
    >
      <Select
        label={say.sort.category}
        value={sorted.category}
        change={choose}
        options={categories}
        {...(before.category === '' ? { none: say.events.none } : {})}
      />
      {isAboutStaff && (
        <Select
          label={say.sort.concerns}
          hint={say.sort.concernsHint}
          value={sorted.concerns}
          change={(concerns) => setSorted({ ...sorted, concerns })}
          options={units}
          none={say.sort.unknown}
        />
      )}
      <Select
        label={say.sort.unit}
        hint={say.sort.unitHint}
        value={sorted.unit}
        change={(unit) => setSorted({ ...sorted, unit })}
        options={units}
      />
      <Select
        label={say.sort.place}
        value={sorted.place}
        change={(place) => setSorted({ ...sorted, place })}
        options={places}
        none={say.events.none}
      />
    </ActForm>
  );
}
