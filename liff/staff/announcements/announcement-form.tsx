import { useState } from 'preact/hooks';
import {
  type AnnouncementMatter,
  announcementFaults,
  TEXT_MOST,
} from '../../../domain/announcements/announcement.ts';
import { announcementsWords } from '../../../domain/catalogue/console-announcements.ts';
import { faultWords } from '../../../domain/catalogue/console-settings.ts';
import { AnnouncementAnswer } from '../../../domain/staff/announcements.ts';
import type { Fault } from '../../../domain/staff/fields.ts';
import { Faults } from '../../../domain/staff/settings.ts';
import type { Failure } from '../api.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Select, TextArea, TextField } from '../parts/field.tsx';
import { Problem, Problems } from '../parts/problems.tsx';

const fields = ['title', 'text', 'from', 'until', 'places', 'unit'] as const;
type FieldName = (typeof fields)[number];
const fieldOf = (at: string): FieldName => fields.find((name) => name === at.split('.')[0]) ?? 'title';

/** What is to be announced: anew, or as the next version. What was typed stays, whatever becomes of it. */
export function AnnouncementForm({
  id,
  edition,
  before,
  done,
}: {
  id: string;
  edition: string | undefined;
  before: AnnouncementMatter | undefined;
  done: () => void;
}) {
  const { api, me, say: shell, spoken } = useConsole();
  const say = announcementsWords(spoken).form;
  const [typed, setTyped] = useState(() => ({
    title: before?.title ?? '',
    text: before?.text ?? '',
    from: before?.from ?? me.today,
    until: before?.until ?? '',
    places: before?.places ?? [],
    unit: before === undefined ? (me.unit ?? '') : (before.unit ?? ''),
  }));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [why, setWhy] = useState<Failure>();
  /** What was mended is no problem any more. */
  const set = (more: Partial<typeof typed>): void => {
    setTyped((now) => ({ ...now, ...more }));
    setFaults((now) => now.filter(({ at }) => !Object.hasOwn(more, fieldOf(at))));
  };
  const problemOf = (name: FieldName): string | undefined => {
    const found = faults.find(({ at }) => fieldOf(at) === name);
    return found && faultWords(found.fault);
  };
  const wrong = (found: readonly Fault[]): void => {
    setFaults(found);
    setAttempt(attempt + 1);
  };
  const send = async (): Promise<void> => {
    setWhy(undefined);
    const { unit, ...rest } = typed;
    const announcement = { ...rest, ...(unit === '' ? {} : { unit }) };
    const found = announcementFaults(announcement);
    if (found.length > 0) return wrong(found);
    setFaults([]);
    const body = { announcement, ...(edition === undefined ? {} : { edition }) };
    const sent = await api.send('PUT', `/announcements/${id}/draft`, body, AnnouncementAnswer);
    if (sent.ok) return done();
    const told = Faults.safeParse(sent.now).data;
    if (sent.why === 'bad_fields' && told !== undefined) wrong(told.faults);
    else setWhy(sent.why);
  };
  const at = (name: FieldName) => ({
    id: `announcement-${name}`,
    label: say.fields[name],
    problem: problemOf(name),
  });
  return (
    <form class="card" noValidate onSubmit={(event) => event.preventDefault()}>
      <Problems
        attempt={attempt}
        problems={faults.map((fault) => ({
          field: `announcement-${fieldOf(fault.at)}`,
          words: say.wrong(say.fields[fieldOf(fault.at)], faultWords(fault.fault)),
        }))}
      />
      <Problem words={why === undefined ? undefined : failureWords(shell, why)} />
      <TextField {...at('title')} value={typed.title} change={(title) => set({ title })} />
      <TextArea
        {...at('text')}
        hint={say.textHint}
        rows={8}
        most={TEXT_MOST}
        value={typed.text}
        change={(text) => set({ text })}
      />
      <div class="two">
        <TextField {...at('from')} type="date" value={typed.from} change={(from) => set({ from })} />
        <TextField {...at('until')} type="date" value={typed.until} change={(until) => set({ until })} />
      </div>
      <Choice
        {...at('places')}
        hint={say.placesHint}
        many
        options={me.agency.places}
        chosen={typed.places}
        change={(places) => set({ places: [...places] })}
      />
      <Select
        {...at('unit')}
        optional
        value={typed.unit}
        none={say.noUnit}
        options={me.agency.units}
        change={(unit) => set({ unit })}
      />
      <p class="actions">
        <Button press={send}>{say.propose}</Button>
      </p>
    </form>
  );
}
