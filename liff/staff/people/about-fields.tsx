import { Role } from '../../../domain/agency/staff.ts';
import type { PeopleWords } from '../../../domain/catalogue/console-people.ts';
import { faultWords } from '../../../domain/catalogue/console-settings.ts';
import type { Fault } from '../../../domain/staff/fields.ts';
import { useConsole } from '../console.ts';
import { Choice } from '../parts/choice.tsx';
import { type Option, Select, TextField } from '../parts/field.tsx';

/** Who somebody is, as it is typed; empty words are not there. */
export interface About {
  name: string;
  position: string;
  roles: readonly Role[];
  unit: string;
}

export const emptyAbout: About = { name: '', position: '', roles: ['officer'], unit: '' };

/** What was typed, as it is sent. */
export const aboutValue = ({ name, position, roles, unit }: About) => ({
  name,
  roles,
  ...(position.trim() === '' ? {} : { position }),
  ...(unit === '' ? {} : { unit }),
});

export const fieldId = (at: string): string => `p-${at.replaceAll('.', '-')}`;

export const problemAt = (faults: readonly Fault[], at: string) => {
  const found = faults.find((one) => one.at === at || one.at.startsWith(`${at}.`));
  return { id: fieldId(at), ...(found === undefined ? {} : { problem: faultWords(found.fault) }) };
};

/** Name, position, roles and unit, for an invitation and for somebody who is there. */
export function AboutFields({
  about,
  change,
  faults,
  units,
  say,
}: {
  about: About;
  change: (about: About) => void;
  faults: readonly Fault[];
  units: readonly Option[];
  say: PeopleWords;
}) {
  const { say: shell } = useConsole();
  return (
    <>
      <TextField
        {...problemAt(faults, 'name')}
        label={say.name}
        value={about.name}
        change={(name) => change({ ...about, name })}
      />
      <TextField
        {...problemAt(faults, 'position')}
        label={say.position}
        hint={say.positionHint}
        optional
        value={about.position}
        change={(position) => change({ ...about, position })}
      />
      <Select
        {...problemAt(faults, 'unit')}
        label={say.unit}
        value={about.unit}
        options={units}
        none={say.noUnit}
        change={(unit) => change({ ...about, unit })}
      />
      <Choice
        {...problemAt(faults, 'roles')}
        label={say.roles}
        many
        options={Role.options.map((id) => ({ id, label: shell.roles[id], more: say.roleHints[id] }))}
        chosen={about.roles}
        change={(chosen) => change({ ...about, roles: Role.options.filter((one) => chosen.includes(one)) })}
      />
    </>
  );
}
