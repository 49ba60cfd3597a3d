import { useState } from 'preact/hooks';
import type { CaseChoices } from '../../../../domain/staff/cases.ts';
import { useConsole } from '../../console.ts';
import { Choice } from '../../parts/choice.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useActing } from '../acting.ts';
import type { CaseParts } from '../case-parts.ts';
import { ActForm } from './act-form.tsx';
import { useChoices } from './choices.ts';
import { useUndoing } from './undoing.ts';

const NOBODY = '-';

/** Colleagues as options: oneself first, then those of the case's unit, then the others, and nobody. */
function optionsOf({ colleagues, me, units }: CaseChoices, { detail, say }: CaseParts) {
  const label = (unit: string | undefined): string => units.find(({ id }) => id === unit)?.label ?? '';
  const others = colleagues.filter(({ handle, unit }) => handle !== me.handle && unit !== detail.concerns);
  const near = others.filter(({ unit }) => unit === detail.unit);
  const far = others.filter(({ unit }) => unit !== detail.unit);
  const mine = colleagues.some(({ handle }) => handle === me.handle)
    ? [{ id: me.handle, label: say.assign.me(me.name) }]
    : [];
  const rest = [...near, ...far].map(({ handle, name, unit }) => ({
    id: handle,
    label: name,
    more: label(unit),
  }));
  return [...mine, ...rest, { id: NOBODY, label: say.assign.nobody }];
}

/** Who looks after a case. */
export function AssignForm({ parts }: { parts: CaseParts }) {
  const { detail, say, close } = parts;
  const { toast } = useConsole();
  const before = detail.assignee?.handle ?? NOBODY;
  const [chosen, setChosen] = useState(before);
  const choices = useChoices();
  const acting = useActing(parts);
  const undoing = useUndoing(parts);
  const save = async (): Promise<void> => {
    if (chosen === before) return close();
    const to = chosen === NOBODY ? null : chosen;
    const after = await acting.act('assign', { to }, { kind: 'assign' });
    if (after === undefined) return;
    const words = after.assignee === undefined ? say.done.unassign : say.done.assign(after.assignee.name);
    if (after.acts.includes('assign'))
      undoing(words, after, 'assign', { to: before === NOBODY ? null : before });
    else toast({ words });
    close();
  };
  return (
    <ActForm
      parts={parts}
      acting={acting}
      act="assign"
      title={say.acts.assign}
      save={say.assign.save}
      submit={save}
    >
      <Loaded load={choices}>
        {(all) => (
          <Choice
            label={say.assign.label}
            options={optionsOf(all, parts)}
            chosen={[chosen]}
            change={([one = NOBODY]) => setChosen(one)}
          />
        )}
      </Loaded>
    </ActForm>
  );
}
