import { useState } from 'preact/hooks';
import { placeLabel } from '../../../../domain/agency/routing.ts';
import { consoleCasesWords } from '../../../../domain/catalogue/console-cases.ts';
import { consoleEntryWords } from '../../../../domain/catalogue/console-entry.ts';
import { type CaseChoices, Entered, KeptPhoto } from '../../../../domain/staff/cases.ts';
import { failureWords, useConsole } from '../../console.ts';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { type FieldProblem, Problem, Problems } from '../../parts/problems.tsx';
import { ViewTitle } from '../../parts/view-title.tsx';
import type { Captured } from '../forms/captured.ts';
import { useChoices } from '../forms/choices.ts';
import { useDraft } from '../forms/drafts.ts';
import { PhotoField } from '../forms/photo-field.tsx';
import { aboutOf } from '../labels.ts';
import { EnteredCase } from './entered.tsx';
import { bodyOf, type Entry, emptyEntry, newOnce, problemsOf } from './entry.ts';
import { EntryFields } from './entry-fields.tsx';

/** A case of somebody who came by another way, and the slip that they take home. */
export function Enter() {
  const { spoken } = useConsole();
  const say = consoleEntryWords(spoken);
  const choices = useChoices();
  const [round, setRound] = useState(0);
  const [done, setDone] = useState<{ entered: Entered; about: string }>();
  const next = (): void => {
    setDone(undefined);
    setRound(round + 1);
  };
  if (done !== undefined) return <EnteredCase {...done} say={say} next={next} />;
  return (
    <div class="enter">
      <ViewTitle>{say.title}</ViewTitle>
      <p class="quiet">{say.about}</p>
      <p>
        <a class="back" href="#/months">
          {say.months}
        </a>
      </p>
      <Loaded load={choices}>
        {(all) => (
          <EntryForm key={round} choices={all} done={(entered, about) => setDone({ entered, about })} />
        )}
      </Loaded>
    </div>
  );
}

function EntryForm({
  choices,
  done,
}: {
  choices: CaseChoices;
  done: (entered: Entered, about: string) => void;
}) {
  const { api, me, spoken, say: shell } = useConsole();
  const say = consoleEntryWords(spoken);
  const cases = consoleCasesWords(spoken);
  const [once] = useState(newOnce);
  const [entry, setEntry] = useState(emptyEntry(choices.today));
  const [text, setText, dropText] = useDraft('enter');
  const [photo, setPhoto] = useState<Captured>();
  const [kept, setKept] = useState<{ of: Captured; n: number }>();
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const found = problemsOf(entry, text, { from: choices.entryFrom, today: choices.today }, say);
  const problems: readonly FieldProblem[] = attempt === 0 ? [] : found;
  const isAboutStaff =
    entry.kind === 'complaint' &&
    choices.categories.some(({ id, aboutStaff }) => id === entry.category && aboutStaff);

  /** The number of the paper's photo, sent once; or why it could not be sent. */
  const keep = async (): Promise<number | undefined | string> => {
    if (photo === undefined) return undefined;
    if (kept?.of === photo) return kept.n;
    const outcome = await api.sendOctets('PUT', `/entries/${once}/photo`, photo.octets, KeptPhoto);
    if (!outcome.ok) return failureWords(shell, outcome.why);
    setKept({ of: photo, n: outcome.value.n });
    return outcome.value.n;
  };
  const send = async (channel: NonNullable<Entry['channel']>): Promise<void> => {
    const n = await keep();
    if (typeof n === 'string') return setProblem(n);
    const body = bodyOf(entry, channel, { once, text, isAboutStaff, photo: n });
    const outcome = await api.send('POST', '/cases', body, Entered);
    if (!outcome.ok) return setProblem(failureWords(shell, outcome.why));
    dropText();
    const { category, place } = body;
    const about = aboutOf({ kind: body.kind, category }, me.agency, cases);
    done(outcome.value, place === undefined ? about : `${about} ${placeLabel(me.agency, place)}`);
  };
  const save = async (): Promise<void> => {
    if (isBusy) return;
    setAttempt(attempt + 1);
    setProblem(undefined);
    if (found.length > 0 || entry.channel === undefined) return;
    setBusy(true);
    await send(entry.channel);
    setBusy(false);
  };

  return (
    <form
      class="card"
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Problems problems={problems} attempt={attempt} />
      <EntryFields
        entry={entry}
        text={text}
        change={(more) => setEntry({ ...entry, ...more })}
        changeText={setText}
        problems={problems}
        choices={choices}
        isAboutStaff={isAboutStaff}
      />
      <PhotoField
        words={{ pick: say.photo, another: say.another, hint: say.photoHint, alt: say.photoAlt }}
        say={cases}
        photo={photo}
        change={setPhoto}
      />
      <Problem words={problem} />
      <p class="actions">
        <Button busy={isBusy}>{say.save}</Button>
      </p>
    </form>
  );
}
