import { useRef, useState } from 'preact/hooks';
import { z } from 'zod';
import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import { formatReceipt, makeReceipt, RECEIPT_ENTROPY } from '../../../domain/receipt/receipt.ts';
import type { StrippedPhoto } from '../../tip/photo.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Select, TextArea, TextField } from '../parts/field.tsx';
import { Photos } from '../parts/photos.tsx';
import { Problem, Problems } from '../parts/problems.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { useTipsWords, useVault } from '../vault/use-vault.ts';
import { wordsOf } from './answering.ts';
import { type OnItsWay, type SendFailure, sealForStaff, sendParts } from './send-sealed.ts';

const MOST_PHOTOS = 5;
const MOST_LETTERS = 5000;
const FIELDS = { office: 'tip-office', kind: 'tip-kind', words: 'tip-words' } as const;

interface Entry {
  channel: string;
  received: string;
  office: string;
  kind: string;
  words: string;
  photos: readonly StrippedPhoto[];
}

interface Sent {
  receipt: string;
  received: string;
}

/** A tip that came by telephone, on paper or in person: sealed here before anything leaves. */
export function EnterTip() {
  const { me } = useConsole();
  const say = useTipsWords().enter;
  const [sent, setSent] = useState<Sent>();
  const [round, setRound] = useState(0);
  const again = (): void => {
    setSent(undefined);
    setRound(round + 1);
  };
  return (
    <div class="enter-tip">
      <ViewTitle>{say.title}</ViewTitle>
      {sent === undefined ? (
        <EntryForm key={round} today={me.today} done={setSent} />
      ) : (
        <Slip sent={sent} again={again} />
      )}
    </div>
  );
}

function EntryForm({ today, done }: { today: string; done: (sent: Sent) => void }) {
  const { api, me, say: shell } = useConsole();
  const { vault } = useVault();
  const say = useTipsWords().enter;
  const [entry, setEntry] = useState<Entry>({
    channel: 'phone',
    received: today,
    office: '',
    kind: '',
    words: '',
    photos: [],
  });
  const [attempt, setAttempt] = useState(0);
  const [why, setWhy] = useState<SendFailure>();
  const [progress, setProgress] = useState<string>();
  const [receipt] = useState(() => makeReceipt(crypto.getRandomValues(new Uint8Array(RECEIPT_ENTROPY))));
  const way = useRef<OnItsWay | undefined>(undefined);
  const change = (part: Partial<Entry>): void => {
    way.current = undefined;
    setEntry({ ...entry, ...part });
  };
  const text = wordsOf(entry.words);
  const missing = [
    ...(entry.office === '' ? [{ field: FIELDS.office, words: say.missing.office }] : []),
    ...(entry.kind === '' ? [{ field: FIELDS.kind, words: say.missing.kind }] : []),
    ...(text === '' && entry.photos.length === 0 ? [{ field: FIELDS.words, words: say.missing.words }] : []),
  ];
  const problems = attempt === 0 ? [] : missing;
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.words;

  const confirm = async ({ keys, sealed }: OnItsWay): Promise<SendFailure | undefined> => {
    const { draft, lookup, readers, recovery, parts } = sealed;
    const { edition } = keys;
    const body = { draft, lookup, edition, parts: parts.length, readers, recovery, received: entry.received };
    const kept = await api.send('POST', '/tips', body, z.unknown());
    return kept.ok ? undefined : kept.why;
  };
  const send = async (): Promise<SendFailure | undefined> => {
    const { channel, office, kind, photos } = entry;
    const tip = {
      channel,
      office,
      kind,
      texts: text === '' ? [] : [text],
      photos: photos.map((one) => one.octets),
    };
    const made = way.current ?? (await sealForStaff(vault, tip, receipt));
    if (typeof made === 'string') return made;
    way.current = made;
    const arrived = await sendParts(api, made, (at, of) => setProgress(say.sending(at, of)));
    if (!arrived.ok) return arrived.why;
    const refused = await confirm(made);
    if (refused === 'changed' || refused === 'not_now') way.current = undefined;
    return refused;
  };
  const submit = async (): Promise<void> => {
    setAttempt(attempt + 1);
    setWhy(undefined);
    if (missing.length > 0) return;
    const refused = await send();
    setProgress(undefined);
    setWhy(refused);
    if (refused === undefined) done({ receipt, received: entry.received });
  };
  const channels = Object.entries(say.channels).map(([id, label]) => ({ id, label }));
  const problem = why === undefined ? undefined : why === 'nobody' ? say.nobody : failureWords(shell, why);
  return (
    <form autocomplete="off" onSubmit={(event) => event.preventDefault()}>
      <p>{say.about}</p>
      <Problems problems={problems} attempt={attempt} />
      <Select
        label={say.channel}
        value={entry.channel}
        change={(channel) => change({ channel })}
        options={channels}
      />
      <TextField
        label={say.received}
        type="date"
        value={entry.received}
        change={(received) => change({ received })}
        problem={why === 'bad_shape' ? say.badDay : undefined}
      />
      <Select
        id={FIELDS.office}
        label={say.office}
        hint={say.officeHint}
        problem={problemOf(FIELDS.office)}
        value={entry.office}
        change={(office) => change({ office })}
        options={me.agency.tipOffices}
        none=""
      />
      <Select
        id={FIELDS.kind}
        label={say.kind}
        problem={problemOf(FIELDS.kind)}
        value={entry.kind}
        change={(kind) => change({ kind })}
        options={me.agency.tipKinds}
        none=""
      />
      <TextArea
        id={FIELDS.words}
        label={say.words}
        hint={say.wordsHint}
        problem={problemOf(FIELDS.words)}
        value={entry.words}
        change={(words) => change({ words })}
        most={MOST_LETTERS}
        rows={6}
      />
      <Photos
        label={say.photos}
        photos={entry.photos}
        change={(photos) => change({ photos })}
        most={MOST_PHOTOS}
      />
      <p role="status">{progress}</p>
      <Problem words={problem} />
      <p class="actions">
        <Button press={submit}>{say.send}</Button>
      </p>
    </form>
  );
}

/** The receipt on paper, for whoever told the agency. */
function Slip({ sent, again }: { sent: Sent; again: () => void }) {
  const { me } = useConsole();
  const say = useTipsWords().enter;
  return (
    <>
      <p class="good-news" role="status">
        {say.done}
      </p>
      <p class="no-print">{say.slipOnce}</p>
      <div class="slip">
        <strong>{say.slip}</strong>
        <span>{me.agency.name}</span>
        <span>
          {say.received} {thaiDate(sent.received, 'long')}
        </span>
        <span>{say.slipReceipt}</span>
        <b class="digits">{formatReceipt(sent.receipt)}</b>
        <small>{say.slipWords}</small>
        <small>{me.agency.phone}</small>
      </div>
      <p class="actions">
        <Button press={() => print()}>{say.print}</Button>
        <Button kind="second" press={again}>
          {say.another}
        </Button>
      </p>
    </>
  );
}
