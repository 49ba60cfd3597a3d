import { useState } from 'preact/hooks';
import type { FormWords } from '../../domain/catalogue/form.ts';
import { TEXT_UNITS } from '../../domain/conversation/draft.ts';
import { formatReceipt } from '../../domain/receipt/receipt.ts';
import { Problem, StepHeading } from '../form/parts.tsx';
import { type Draft, FIELDS, MOST_PHOTOS, textsOf } from './draft.ts';
import { stripPhoto } from './photo.ts';

/** What every step is given: the words, the draft so far, and where it leads. */
export interface StepParts {
  say: FormWords;
  draft: Draft;
  change(change: Partial<Draft>): void;
  on(): void;
  back(): void;
}

/** The two ways on from a step. */
export function Actions({ say, label, back }: { say: FormWords; label: string; back: () => void }) {
  return (
    <p class="actions">
      <button type="submit">{label}</button>
      <button type="button" class="second" onClick={back}>
        {say.back}
      </button>
    </p>
  );
}

/** One choice of several; nothing is chosen for anybody. */
export function Choice({
  say,
  question,
  options,
  chosen,
  choose,
  unreadable,
  on,
  back,
}: Pick<StepParts, 'say' | 'on' | 'back'> & {
  question: string;
  options: readonly { id: string; label: string; readable?: boolean }[];
  chosen: string | undefined;
  choose: (id: string) => void;
  /** Said of an option that nobody is left to read. */
  unreadable?: string;
}) {
  const [problem, setProblem] = useState<string>();
  const [title, ...more] = question.split('\n');
  const submit = (event: Event): void => {
    event.preventDefault();
    const option = options.find(({ id }) => id === chosen);
    if (option === undefined) setProblem(say.choose);
    else if (option.readable === false) setProblem(unreadable);
    else on();
  };
  return (
    <form class="step" onSubmit={submit}>
      <StepHeading>{title}</StepHeading>
      {more.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <fieldset>
        <legend class="unseen">{title}</legend>
        {options.map(({ id, label }) => (
          <label key={id} class="option">
            <input
              type="radio"
              name="choice"
              value={id}
              checked={id === chosen}
              onChange={() => {
                setProblem(undefined);
                choose(id);
              }}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <Problem words={problem} />
      <Actions say={say} label={say.goOn} back={back} />
    </form>
  );
}

function Photos({ say, draft, change }: Pick<StepParts, 'say' | 'draft' | 'change'>) {
  const [problem, setProblem] = useState<string>();
  const { photos } = draft;
  const add = async (files: FileList | null): Promise<void> => {
    setProblem(undefined);
    const added = [...photos];
    for (const file of files ?? []) {
      if (added.length >= MOST_PHOTOS) {
        setProblem(say.photosFull);
        break;
      }
      const photo = await stripPhoto(file);
      if (photo === undefined) setProblem(say.photoUnreadable);
      else added.push(photo);
    }
    change({ photos: added });
  };
  return (
    <fieldset>
      <legend>{say.photos}</legend>
      <p class="quiet">{say.photosHint}</p>
      <ul class="photos">
        {photos.map((photo, index) => (
          <li key={photo.address} class="photo">
            <img src={photo.address} alt={say.photo(index + 1)} />
            <button
              type="button"
              onClick={() => {
                URL.revokeObjectURL(photo.address);
                change({ photos: photos.filter((one) => one !== photo) });
              }}
            >
              {say.removePhoto(index + 1)}
            </button>
          </li>
        ))}
      </ul>
      <label class="pick">
        {say.addPhotos}
        <input
          class="unseen"
          type="file"
          accept="image/*"
          multiple
          onChange={async (event) => {
            const input = event.currentTarget;
            await add(input.files);
            input.value = '';
          }}
        />
      </label>
      <Problem words={problem} />
    </fieldset>
  );
}

/** Who, what, when, where, evidence: whatever somebody knows of it. */
export function Tell({ say, draft, change, on, back }: StepParts) {
  const [problem, setProblem] = useState<string>();
  const submit = (event: Event): void => {
    event.preventDefault();
    if (textsOf(draft, say).length + draft.photos.length === 0) setProblem(say.tooLittle);
    else on();
  };
  return (
    <form class="step" autocomplete="off" onSubmit={submit}>
      <StepHeading>{say.tell}</StepHeading>
      <p>{say.tellHint}</p>
      {FIELDS.map((field) => (
        <label key={field} class="field">
          <span>{say.fields[field]}</span>
          <textarea
            name={field}
            rows={field === 'what' ? 4 : 2}
            maxLength={TEXT_UNITS}
            autocomplete="off"
            spellcheck={false}
            value={draft.fields[field]}
            onInput={(event) => {
              setProblem(undefined);
              change({ fields: { ...draft.fields, [field]: event.currentTarget.value } });
            }}
          />
        </label>
      ))}
      <Photos say={say} draft={draft} change={change} />
      <Problem words={problem} />
      <Actions say={say} label={say.goOn} back={back} />
    </form>
  );
}

/** What is better left out, before anything is sent. */
export function LeaveOut({ say, on, back }: StepParts) {
  return (
    <form
      class="step"
      onSubmit={(event) => {
        event.preventDefault();
        on();
      }}
    >
      <StepHeading>{say.leaveOutTitle}</StepHeading>
      <ul>
        {say.leaveOut.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p>{say.leaveOutHint}</p>
      <Actions say={say} label={say.checked} back={back} />
    </form>
  );
}

/** The receipt, to be copied by hand, by button or on paper; the print shows nothing else. */
export function Receipt({ say, receipt }: { say: FormWords; receipt: string }) {
  const [note, setNote] = useState('');
  const shown = formatReceipt(receipt);
  const copy = (): void => {
    navigator.clipboard.writeText(shown).then(
      () => setNote(say.copied),
      () => setNote(say.notCopied),
    );
  };
  return (
    <div class="receipt">
      {say.receipt}
      <strong>{shown}</strong>
      <p class="ways">
        <button type="button" onClick={copy}>
          {say.copy}
        </button>
        <button type="button" class="second" onClick={() => print()}>
          {say.print}
        </button>
      </p>
      <span role="status">{note}</span>
    </div>
  );
}

/** All that will be sent, and the receipt, before it is sent. */
export function Review({
  say,
  draft,
  about,
  on,
  back,
}: StepParts & { about: { office: string; kind: string } }) {
  const texts = textsOf(draft, say);
  return (
    <form
      class="step"
      onSubmit={(event) => {
        event.preventDefault();
        on();
      }}
    >
      <StepHeading>{say.review}</StepHeading>
      <Receipt say={say} receipt={draft.receipt} />
      <p>{say.keepReceipt}</p>
      <p>
        <strong>{say.receiptHere}</strong>
      </p>
      <h3>{say.sendingAbout}</h3>
      <dl>
        <dt>{say.office}</dt>
        <dd>{about.office}</dd>
        <dt>{say.kind}</dt>
        <dd>{about.kind}</dd>
        {FIELDS.filter((field) => draft.fields[field].trim() !== '').map((field) => (
          <>
            <dt key={field}>{say.fields[field]}</dt>
            <dd class="told">{draft.fields[field].trim()}</dd>
          </>
        ))}
      </dl>
      <p>{say.contents(texts.length, draft.photos.length)}</p>
      <Actions say={say} label={say.send} back={back} />
    </form>
  );
}
