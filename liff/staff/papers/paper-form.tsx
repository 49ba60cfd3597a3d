import { useState } from 'preact/hooks';
import { fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import { papersWords } from '../../../domain/catalogue/console-papers.ts';
import { faultWords } from '../../../domain/catalogue/console-settings.ts';
import { paperKinds } from '../../../domain/catalogue/papers.ts';
import { officialItem } from '../../../domain/evidence/item.ts';
import { ItemKey } from '../../../domain/ita/framework.ts';
import {
  type PaperFile,
  PaperKind,
  type PaperMatter,
  paperFaults,
  TITLE_MOST,
} from '../../../domain/papers/paper.ts';
import type { Fault } from '../../../domain/staff/fields.ts';
import { PaperAnswer } from '../../../domain/staff/papers.ts';
import { Faults } from '../../../domain/staff/settings.ts';
import type { Failure } from '../api.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Select, TextField } from '../parts/field.tsx';
import { Problem, Problems } from '../parts/problems.tsx';
import { FileField } from './file-field.tsx';

interface Typed {
  title: string;
  kind: string;
  item: string;
  year: string;
  unit: string;
  day: string;
  from: 'file' | 'link';
  url: string;
  file: PaperFile | undefined;
}

/** The fields of a proposal that something typed stands in, where they are not called the same. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  year: ['fiscalYear'],
  from: ['source', 'source.url', 'source.sha256'],
  url: ['source', 'source.url'],
  file: ['source', 'source.sha256'],
};

/** The id of the control that a fault is in. */
const controlOf = (at: string): string => {
  if (at === 'fiscalYear') return 'paper-year';
  if (at === 'source.url') return 'paper-url';
  return `paper-${at.split('.')[0]}`;
};

/** What the address of the form says of a new paper; what is of no known shape is nothing. */
export interface Asked {
  item: string;
  year: string;
}

function typedFrom(
  before: PaperMatter | undefined,
  asked: Asked,
  thisYear: number,
  unit: string | undefined,
): Typed {
  const source = before?.source;
  return {
    title: before?.title ?? '',
    kind: before?.kind ?? 'manual',
    item: before?.item ?? ItemKey.safeParse(asked.item).data ?? '',
    year: String(before?.fiscalYear ?? (/^25\d\d$/.test(asked.year) ? asked.year : thisYear)),
    unit: before === undefined ? (unit ?? '') : (before.unit ?? ''),
    day: before?.day ?? '',
    from: source?.type ?? 'file',
    url: source?.type === 'link' ? source.url : '',
    file: source?.type === 'file' ? source : undefined,
  };
}

const paperOf = ({ title, kind, item, year, unit, day, from, url, file }: Typed) => ({
  title,
  kind,
  ...(item === '' ? {} : { item }),
  fiscalYear: Number(year),
  ...(unit === '' ? {} : { unit }),
  day,
  source: from === 'link' ? { type: 'link', url } : { type: 'file', sha256: file?.sha256 ?? '' },
});

const YEARS_BACK = 6;

/** What is to be published: anew, or as the next version of a paper. What was typed stays, whatever becomes of it. */
export function PaperForm({
  id,
  edition,
  before,
  asked = { item: '', year: '' },
  done,
}: {
  asked?: Asked;
  id: string;
  edition: string | undefined;
  before: PaperMatter | undefined;
  done: (answer: PaperAnswer) => void;
}) {
  const { api, me, say: shell, spoken } = useConsole();
  const words = papersWords(spoken);
  const say = words.form;
  const thisYear = fiscalYearOf(me.today);
  const [typed, setTyped] = useState(() => typedFrom(before, asked, thisYear, me.unit));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [why, setWhy] = useState<Failure>();
  /** What was mended is no problem any more. */
  const set = (more: Partial<Typed>): void => {
    setTyped((now) => ({ ...now, ...more }));
    const mended = Object.keys(more).flatMap((name) => fieldsOf[name] ?? [name]);
    setFaults((now) => now.filter(({ at }) => !mended.includes(at)));
  };
  const nameOf = (at: string): string => {
    if (at === 'fiscalYear') return say.year;
    if (at === 'source.url') return say.url;
    if (at.startsWith('source')) return say.pick;
    return at === 'day' ? say.day : at === 'unit' ? say.unit : say.name;
  };
  const problemOf = (...at: string[]): string | undefined => {
    const found = faults.find((one) => at.includes(one.at));
    return found && faultWords(found.fault);
  };
  const wrong = (found: readonly Fault[]): void => {
    setFaults(found);
    setAttempt(attempt + 1);
  };
  const send = async (): Promise<void> => {
    setWhy(undefined);
    const paper = paperOf(typed);
    const found = paperFaults(paper);
    if (found.length > 0) return wrong(found);
    setFaults([]);
    const body = { paper, ...(edition === undefined ? {} : { edition }) };
    const sent = await api.send('PUT', `/papers/${id}/draft`, body, PaperAnswer);
    if (sent.ok) return done(sent.value);
    const told = Faults.safeParse(sent.now).data;
    if (sent.why === 'bad_fields' && told !== undefined) wrong(told.faults);
    else setWhy(sent.why);
  };
  const year = Number(typed.year);
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, back) => thisYear + 1 - back);
  const allYears = years.includes(year) ? years : [...years, year];
  const items = ItemKey.options.map((key) => {
    const { title, label } = officialItem(key, year);
    return { id: key, label: label === undefined ? title : `${label} ${title}` };
  });
  return (
    <form class="card paper-form" noValidate onSubmit={(event) => event.preventDefault()}>
      <Problems
        attempt={attempt}
        problems={faults.map(({ at, fault }) => ({
          field: controlOf(at),
          words: say.wrong(nameOf(at), faultWords(fault)),
        }))}
      />
      <Problem
        words={why === undefined ? undefined : why === 'too_many' ? words.full : failureWords(shell, why)}
      />
      <TextField
        id="paper-title"
        label={say.name}
        hint={say.nameHint}
        value={typed.title}
        change={(title) => set({ title })}
        problem={problemOf('title') ?? (typed.title.length > TITLE_MOST ? faultWords('too_long') : undefined)}
      />
      <div class="two">
        <Select
          id="paper-kind"
          label={say.kind}
          value={typed.kind}
          options={PaperKind.options.map((kind) => ({ id: kind, label: paperKinds[kind] }))}
          change={(kind) => set({ kind })}
        />
        <Select
          id="paper-year"
          label={say.year}
          value={typed.year}
          options={allYears.map((one) => ({ id: String(one), label: String(one) }))}
          change={(next) => set({ year: next })}
          problem={problemOf('fiscalYear')}
        />
      </div>
      <Select
        id="paper-item"
        label={say.item}
        optional
        value={typed.item}
        none={say.noItem}
        options={items}
        change={(item) => set({ item })}
      />
      <div class="two">
        <Select
          id="paper-unit"
          label={say.unit}
          optional
          value={typed.unit}
          none={say.noUnit}
          options={me.agency.units}
          change={(unit) => set({ unit })}
          problem={problemOf('unit')}
        />
        <TextField
          id="paper-day"
          label={say.day}
          type="date"
          value={typed.day}
          change={(day) => set({ day })}
          problem={problemOf('day')}
        />
      </div>
      <Choice
        label={say.source}
        options={[
          { id: 'file', label: say.file },
          { id: 'link', label: say.link },
        ]}
        chosen={[typed.from]}
        change={([from]) => set({ from: from === 'link' ? 'link' : 'file' })}
      />
      {typed.from === 'file' ? (
        <FileField
          id="paper-source"
          file={typed.file}
          change={(file) => set({ file })}
          problem={problemOf('source', 'source.sha256')}
        />
      ) : (
        <TextField
          id="paper-url"
          label={say.url}
          hint={say.urlHint}
          value={typed.url}
          change={(url) => set({ url })}
          problem={problemOf('source.url', 'source')}
        />
      )}
      <p class="actions">
        <Button press={send}>{say.propose}</Button>
      </p>
    </form>
  );
}
