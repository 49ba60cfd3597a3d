import { useEffect, useState } from 'preact/hooks';
import type { CaseFile } from '../../../domain/case/case.ts';
import type { ConsoleCasesWords } from '../../../domain/catalogue/console-cases.ts';
import { useConsole } from '../console.ts';
import { useOctets } from './octets.ts';
import { Zoom } from './zoom.tsx';

interface FilesParts {
  caseId: string;
  say: ConsoleCasesWords['one'];
}

const pathOf = (caseId: string, n: number): string => `/cases/${caseId}/files/${n}`;

/** One photo, blurred until it is pressed; pressed again, it fills the window. */
function Photo({
  caseId,
  say,
  file,
  n,
  isHidden,
  seen,
  press: onPress,
}: FilesParts & {
  file: CaseFile;
  /** Which of the photos it is, from 1. */
  n: number;
  isHidden: boolean;
  seen: (address: string) => void;
  press: () => void;
}) {
  const { api } = useConsole();
  const [fetched, again] = useOctets(api, pathOf(caseId, file.n), true);
  const address = fetched.state === 'here' ? fetched.address : undefined;
  useEffect(() => {
    if (address !== undefined) seen(address);
  }, [address]);
  const press = (): void => (fetched.state === 'failed' ? again() : onPress());
  return (
    <li>
      <button
        type="button"
        class={isHidden ? 'photo-button blurred' : 'photo-button'}
        aria-label={isHidden ? say.showPhoto(n) : say.openPhoto(n)}
        data-hint={say.tapToSee}
        onClick={press}
      >
        {address === undefined ? (
          <span class={fetched.state === 'failed' ? 'unopened' : 'unopened skeleton'}>
            {fetched.state === 'failed' && say.fileFailed}
          </span>
        ) : (
          <img src={address} alt="" />
        )}
      </button>
      <span class="caption">{say.use[file.use]}</span>
      {file.sha256 !== undefined && file.use !== 'reported' && (
        <details class="fingerprint">
          <summary>{say.fingerprint}</summary>
          <code>{file.sha256}</code>
        </details>
      )}
    </li>
  );
}

/** Photos of a case. What came from its reporter is blurred at first: nobody knows what it shows. */
export function CasePhotos({ caseId, say, files }: FilesParts & { files: readonly CaseFile[] }) {
  const [addresses, setAddresses] = useState<Readonly<Record<number, string>>>({});
  const [shown, setShown] = useState<readonly number[]>([]);
  const [opened, setOpened] = useState<number>();
  const photos = files.filter(({ kind }) => kind === 'photo');
  if (photos.length === 0) return null;
  const isHidden = ({ n, use }: CaseFile): boolean => use === 'reported' && !shown.includes(n);
  const seen = photos.flatMap((file, index) => {
    const address = addresses[file.n];
    return address === undefined || isHidden(file) ? [] : [{ file: file.n, n: index + 1, address }];
  });
  const at = seen.findIndex(({ file }) => file === opened);
  return (
    <>
      <ul class="case-photos">
        {photos.map((file, index) => (
          <Photo
            key={file.n}
            caseId={caseId}
            say={say}
            file={file}
            n={index + 1}
            isHidden={isHidden(file)}
            seen={(address) => setAddresses((before) => ({ ...before, [file.n]: address }))}
            press={() => (isHidden(file) ? setShown([...shown, file.n]) : setOpened(file.n))}
          />
        ))}
      </ul>
      {at >= 0 && (
        <Zoom
          say={say}
          photos={seen}
          at={at}
          turn={(to) => setOpened(seen[to]?.file)}
          close={() => setOpened(undefined)}
        />
      )}
    </>
  );
}

/** One voice note: fetched when it is wanted, then played by the browser's own controls. */
export function CaseVoice({ caseId, say, file, n }: FilesParts & { file: CaseFile; n: number }) {
  const { api } = useConsole();
  const [isWanted, setWanted] = useState(false);
  const [fetched, again] = useOctets(api, pathOf(caseId, file.n), isWanted);
  if (fetched.state === 'here') {
    // biome-ignore lint/a11y/useMediaCaption: a resident's voice note has no captions
    return <audio class="voice" controls autoplay src={fetched.address} aria-label={say.voice(n)} />;
  }
  const press = (): void => (fetched.state === 'failed' ? again() : setWanted(true));
  return (
    <button type="button" class="second voice-button" onClick={press}>
      {fetched.state === 'loading' && say.loadingFile}
      {fetched.state === 'failed' && say.fileFailed}
      {fetched.state === 'not yet' && say.playVoice(n)}
    </button>
  );
}
