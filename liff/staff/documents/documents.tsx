import { useState } from 'preact/hooks';
import { fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import {
  type ConsoleDocumentsWords,
  consoleDocumentsWords,
} from '../../../domain/catalogue/console-documents.ts';
import { evidenceWords } from '../../../domain/catalogue/evidence.ts';
import { ListName } from '../../../domain/documents/names.ts';
import { Digits } from '../../../domain/evidence/digits.ts';
import { officialItem } from '../../../domain/evidence/item.ts';
import { Preset } from '../../../domain/evidence/periods.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Select } from '../parts/field.tsx';
import { Problem } from '../parts/problems.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import type { ViewProps } from '../views.ts';
import { addressOf, type Chosen, chosenIn, documentKeys } from './chosen.ts';
import { Paper } from './paper.tsx';
import { usePaper } from './use-paper.ts';

/** So many fiscal years can be chosen, this one first. */
const YEARS = 4;

function Chooser({ begin, say }: { begin: Chosen; say: ConsoleDocumentsWords }) {
  const { go, me } = useConsole();
  const [what, setWhat] = useState<string>(begin.what);
  const [year, setYear] = useState(String(begin.year));
  const [preset, setPreset] = useState<string>(begin.preset);
  const [digits, setDigits] = useState<string>(begin.digits);
  const current = fiscalYearOf(me.today);
  const years = Array.from({ length: YEARS }, (_, n) => String(current - n));
  const show = (): void => {
    const query = new URLSearchParams({ what, year, preset, digits });
    go(addressOf(chosenIn(query, me.today)));
  };
  return (
    <section class="card no-print" aria-label={say.what}>
      <Select
        label={say.what}
        value={what}
        options={[
          ...ListName.options.map((id) => ({ id, label: say.lists[id] })),
          ...documentKeys.map((id) => ({ id, label: officialItem(id, Number(year)).title })),
        ]}
        change={setWhat}
      />
      <div class="two">
        <Select
          label={say.year}
          value={year}
          options={years.map((id) => ({ id, label: id }))}
          change={setYear}
        />
        <Select
          label={say.preset}
          value={preset}
          options={Preset.options.map((id) => ({ id, label: evidenceWords.presets[id] }))}
          change={setPreset}
        />
      </div>
      <Select
        label={say.digits}
        value={digits}
        options={Digits.options.map((id) => ({ id, label: evidenceWords.digits[id] }))}
        change={setDigits}
      />
      <Button press={show}>{say.show}</Button>
    </section>
  );
}

function Asked({ chosen, say }: { chosen: Chosen; say: ConsoleDocumentsWords }) {
  const { say: shell } = useConsole();
  const { state, again } = usePaper(chosen);
  switch (state.at) {
    case 'loading':
      return (
        <p role="status" class="loading">
          {state.count === 0 ? shell.loading : say.loaded(state.count)}
        </p>
      );
    case 'failed':
      return (
        <>
          <Problem words={failureWords(shell, state.why)} />
          <Button kind="second" press={again}>
            {shell.tryAgain}
          </Button>
        </>
      );
    case 'shown':
      return <Paper chosen={chosen} paper={state.paper} say={say} />;
  }
}

/** `#/documents`: papers for the office itself, for any period; the address says which one is shown. */
export function Documents({ query }: ViewProps) {
  const { me, spoken } = useConsole();
  const say = consoleDocumentsWords(spoken);
  const { isAsked, ...chosen } = chosenIn(query, me.today);
  return (
    <>
      <div class="no-print">
        <ViewTitle>{say.title}</ViewTitle>
        <p>{say.about}</p>
      </div>
      <Chooser begin={chosen} say={say} />
      {isAsked && <Asked chosen={chosen} say={say} />}
    </>
  );
}
