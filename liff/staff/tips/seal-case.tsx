import { useRef, useState } from 'preact/hooks';
import { z } from 'zod';
import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import { consoleCasesWords } from '../../../domain/catalogue/console-cases.ts';
import type { ConsoleTipsWords } from '../../../domain/catalogue/console-tips.ts';
import { CaseDetail } from '../../../domain/staff/cases.ts';
import type { StaffApi } from '../api.ts';
import { failureWords, useConsole } from '../console.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Select } from '../parts/field.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { Problem } from '../parts/problems.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { useTipsWords, useVault } from '../vault/use-vault.ts';
import type { ViewProps } from '../views.ts';
import { type OnItsWay, type SendFailure, sealForStaff, sendParts } from './send-sealed.ts';

/** Words of a part are padded in steps; more than this would not be words any more when they come back. */
const TEXT_LETTERS = 8000;

/** ส่งเป็นเรื่องลับ: a case is sealed here, and its clear copy erased. */
export function SealCase({ params }: ViewProps) {
  const [id = ''] = params;
  const { api } = useConsole();
  const load = useLoad(`case ${id}`, () => api.get(`/cases/${encodeURIComponent(id)}`, CaseDetail));
  return <Loaded load={load}>{(detail) => <SealForm detail={detail} again={load.again} />}</Loaded>;
}

const piecesOf = (text: string): string[] => {
  const letters = [...text];
  return Array.from({ length: Math.ceil(letters.length / TEXT_LETTERS) }, (_, nth) =>
    letters.slice(nth * TEXT_LETTERS, (nth + 1) * TEXT_LETTERS).join(''),
  );
};

/** What was said in a case, as the words of a tip. */
function textsOf(detail: CaseDetail, kind: string, say: ConsoleTipsWords['seal']): string[] {
  const head = `${say.caseWords(detail.number, kind)}\n${thaiDate(detail.received, 'long')}`;
  const landmark = detail.where.landmark === undefined ? '' : `\n${detail.where.landmark}`;
  const thread = detail.thread.map(
    ({ from, text, day }) => `${say.said[from]} ${thaiDate(day, 'long')}\n${text}`,
  );
  return [`${head}${landmark}\n\n${detail.text}`, ...thread].flatMap(piecesOf);
}

async function photosOf(api: StaffApi, { id, attachments }: CaseDetail) {
  const photos: Uint8Array<ArrayBuffer>[] = [];
  for (const { n, kind } of attachments) {
    if (kind !== 'photo') continue;
    const fetched = await api.octets(`/cases/${id}/files/${n}`);
    if (!fetched.ok) return fetched.why;
    photos.push(new Uint8Array(await fetched.value.arrayBuffer()));
  }
  return photos;
}

function SealForm({ detail, again }: { detail: CaseDetail; again: () => Promise<void> }) {
  const { api, me, say: shell, spoken, toast, go } = useConsole();
  const { vault } = useVault();
  const words = useTipsWords();
  const say = words.seal;
  const [office, setOffice] = useState('');
  const [kind, setKind] = useState('other');
  const [missing, setMissing] = useState(false);
  const [why, setWhy] = useState<SendFailure>();
  const [progress, setProgress] = useState<string>();
  const way = useRef<OnItsWay | undefined>(undefined);
  const voices = detail.attachments.filter((one) => one.kind === 'voice').length;
  const isJoined = detail.joinsCase !== undefined || detail.joinedCases.length > 0;
  const choose = (set: (id: string) => void) => (id: string) => {
    way.current = undefined;
    set(id);
  };

  const seal = async (): Promise<SendFailure | undefined> => {
    const photos = await photosOf(api, detail);
    if (typeof photos === 'string') return photos;
    const texts = textsOf(detail, consoleCasesWords(spoken).kinds[detail.kind], say);
    const tip = { office, kind, texts, photos, channel: detail.channel };
    const made = way.current ?? (await sealForStaff(vault, tip, undefined));
    if (typeof made === 'string') return made;
    way.current = made;
    const arrived = await sendParts(api, made, (at, of) => setProgress(words.enter.sending(at, of)));
    if (!arrived.ok) return arrived.why;
    const { draft, readers, recovery, parts } = made.sealed;
    const body = {
      draft,
      edition: made.keys.edition,
      parts: parts.length,
      readers,
      recovery,
      caseId: detail.id,
      caseEdition: detail.edition,
    };
    const kept = await api.send('POST', '/sealed-cases', body, z.unknown());
    if (kept.ok) return undefined;
    way.current = undefined;
    if (kept.why === 'changed') await again();
    return kept.why;
  };
  const press = async (): Promise<void> => {
    setMissing(office === '');
    if (office === '') return;
    setWhy(undefined);
    const refused = await seal();
    setProgress(undefined);
    setWhy(refused);
    if (refused !== undefined) return;
    toast({ words: say.done });
    go('/inbox');
  };
  const problem =
    why === undefined ? undefined : why === 'nobody' ? words.enter.nobody : failureWords(shell, why);
  return (
    <div class="seal-case">
      <ViewTitle>{say.title(detail.number)}</ViewTitle>
      <ul>
        {say.about.map((one) => (
          <li key={one}>{one}</li>
        ))}
        {voices > 0 && <li>{say.voice(voices)}</li>}
      </ul>
      {isJoined ? (
        <p class="problem">{say.joined}</p>
      ) : (
        <>
          <Select
            label={words.enter.office}
            hint={words.enter.officeHint}
            problem={missing ? words.enter.missing.office : undefined}
            value={office}
            change={choose(setOffice)}
            options={me.agency.tipOffices}
            none=""
          />
          <Select
            label={words.enter.kind}
            value={kind}
            change={choose(setKind)}
            options={me.agency.tipKinds}
          />
          <p role="status">{progress}</p>
          <Problem words={problem} />
          <Confirm asks={say.ask} yes={say.press} press={press} kind="main">
            {say.press}
          </Confirm>
        </>
      )}
      <p>
        <a class="back" href={`#/case/${detail.id}`}>
          <span aria-hidden="true">‹</span> {detail.number}
        </a>
      </p>
    </div>
  );
}
