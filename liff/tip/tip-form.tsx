import { useEffect, useState } from 'preact/hooks';
import { tipWords } from '../../domain/catalogue/tip.ts';
import { makeReceipt, RECEIPT_ENTROPY } from '../../domain/receipt/receipt.ts';
import type { AppParts } from '../form/mount.ts';
import { Problem, QuickExit, StepHeading, useLeavingAsks, wordsOf } from '../form/parts.tsx';
import { OutsideCalls } from '../form/shell.tsx';
import { failureOf } from '../worker/open-worker.ts';
import type { OpenedForm } from '../worker/protocol.ts';
import type { Progress } from '../worker/send-tip.ts';
import { changed, type Draft, emptyDraft, holdsSomething, tipOf } from './draft.ts';
import { Choice, LeaveOut, Receipt, Review, type StepParts, Tell } from './steps.tsx';

type Step = 'promise' | 'office' | 'kind' | 'tell' | 'leaveOut' | 'review' | 'sending' | 'sent';

/** The steps that somebody walks through, in order. */
const WALK: readonly Step[] = ['office', 'kind', 'tell', 'leaveOut', 'review'];

const freshDraft = (): Draft =>
  emptyDraft(makeReceipt(crypto.getRandomValues(new Uint8Array(RECEIPT_ENTROPY))));

const labelOf = (named: readonly { id: string; label: string }[], id: string | undefined): string =>
  named.find((one) => one.id === id)?.label ?? '';

/** The private form: promise, office, kind, words, what to leave out, receipt, and only then anything leaves. */
export function TipForm({ say, spoken, worker }: AppParts) {
  const [form, setForm] = useState<OpenedForm>();
  const [step, setStep] = useState<Step>('promise');
  const [draft, setDraft] = useState(freshDraft);
  const [problem, setProblem] = useState<string>();
  const [progress, setProgress] = useState<Progress>();
  const asks = tipWords(spoken);
  useLeavingAsks(step !== 'sent' && holdsSomething(draft));

  const open = (): void => {
    setProblem(undefined);
    worker.open().then(setForm, (error: unknown) => setProblem(wordsOf(failureOf(error), say)));
  };
  useEffect(open, []);

  const send = (): void => {
    const tip = tipOf(draft, say);
    if (tip === undefined) return;
    setProblem(undefined);
    setStep('sending');
    worker.send(tip, draft.revision, setProgress).then(
      () => {
        for (const { address } of draft.photos) URL.revokeObjectURL(address);
        setDraft(emptyDraft(draft.receipt));
        setStep('sent');
      },
      (error: unknown) => setProblem(wordsOf(failureOf(error), say)),
    );
  };

  const at = WALK.indexOf(step);
  const parts: StepParts = {
    say,
    draft,
    change: (change) => setDraft((before) => changed(before, change)),
    on: () => (step === 'review' ? send() : setStep(WALK[at + 1] ?? 'review')),
    back: () => setStep(WALK[at - 1] ?? 'promise'),
  };

  return (
    <>
      <QuickExit say={say} forget={() => setDraft(freshDraft())} />
      {at >= 0 && <p class="quiet">{say.step(at + 1, WALK.length)}</p>}
      {step === 'promise' && <Promised say={say} form={form} problem={problem} open={open} on={parts.on} />}
      {step === 'office' && form !== undefined && (
        <Choice
          key={step}
          {...parts}
          question={asks.office}
          options={form.offices}
          chosen={draft.office}
          choose={(office) => parts.change({ office })}
          unreadable={asks.nobodyReads}
        />
      )}
      {step === 'kind' && form !== undefined && (
        <Choice
          key={step}
          {...parts}
          question={asks.kind}
          options={form.kinds}
          chosen={draft.kind}
          choose={(kind) => parts.change({ kind })}
        />
      )}
      {step === 'tell' && <Tell {...parts} />}
      {step === 'leaveOut' && <LeaveOut {...parts} />}
      {step === 'review' && form !== undefined && (
        <Review
          {...parts}
          about={{ office: labelOf(form.offices, draft.office), kind: labelOf(form.kinds, draft.kind) }}
        />
      )}
      {step === 'sending' && (
        <Sending
          say={say}
          progress={progress}
          problem={problem}
          again={send}
          back={() => setStep('review')}
          receipt={draft.receipt}
        />
      )}
      {step === 'sent' && <Sent say={say} receipt={draft.receipt} />}
    </>
  );
}

type Say = AppParts['say'];

function Promised({
  say,
  form,
  problem,
  open,
  on,
}: {
  say: Say;
  form: OpenedForm | undefined;
  problem: string | undefined;
  open: () => void;
  on: () => void;
}) {
  return (
    <div class="step">
      {say.promise.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <Problem words={problem} />
      {form === undefined && problem === undefined && <p role="status">{say.preparing}</p>}
      {form === undefined && problem !== undefined && (
        <p class="actions">
          <button type="button" onClick={open}>
            {say.tryAgain}
          </button>
        </p>
      )}
      {form?.open === false && <Problem words={say.closed} />}
      {form?.open === true && (
        <p class="actions">
          <button type="button" onClick={on}>
            {say.start}
          </button>
        </p>
      )}
      {form !== undefined && (
        <>
          <h2>{say.outsideInstead}</h2>
          <OutsideCalls outside={form.outside} call={say.call} />
        </>
      )}
    </div>
  );
}

function Sending({
  say,
  progress,
  problem,
  again,
  back,
  receipt,
}: {
  say: Say;
  progress: Progress | undefined;
  problem: string | undefined;
  again: () => void;
  back: () => void;
  receipt: string;
}) {
  const stage = progress === undefined ? say.progress.deriving : say.progress[progress.stage];
  return (
    <div class="step">
      <StepHeading key={problem}>{problem === undefined ? stage : say.notSent}</StepHeading>
      {problem === undefined ? (
        <>
          <progress
            aria-label={stage}
            {...(progress === undefined || progress.of === 1
              ? {}
              : { value: progress.done, max: progress.of })}
          />
          <p role="status">{say.keepOpen}</p>
        </>
      ) : (
        <>
          <Problem words={problem} />
          <Receipt say={say} receipt={receipt} />
          <p class="actions">
            <button type="button" onClick={again}>
              {say.tryAgain}
            </button>
            <button type="button" class="second" onClick={back}>
              {say.back}
            </button>
          </p>
        </>
      )}
    </div>
  );
}

function Sent({ say, receipt }: { say: Say; receipt: string }) {
  return (
    <div class="step">
      <StepHeading>{say.sent}</StepHeading>
      <Receipt say={say} receipt={receipt} />
      <p>
        <strong>{say.receiptHere}</strong>
      </p>
      <ul>
        {say.sentMore.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p class="ways">
        <a href="/track">{say.toTrack}</a>
      </p>
      <p>{say.thanks}</p>
    </div>
  );
}
