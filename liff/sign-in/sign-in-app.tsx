import { useEffect, useState } from 'preact/hooks';
import type { ConsoleWords } from '../../domain/catalogue/console.ts';
import type { SignInWay } from '../../domain/published/staff.ts';
import { goOn, type NotSignedIn, ticketFor } from './hand-in.ts';
import type { LiffTrouble } from './liff-token.ts';

type Liff = typeof import('./liff-token.ts');

type Stage =
  | { at: 'starting' | 'ready' | 'checking' | 'handed over' }
  | { at: 'trouble'; words: string; again: 'login' | 'start' | 'nothing' };

/** What the stand-in for LINE left in the address, which is wiped at once. */
function takeIdToken(): string | undefined {
  const token = new URLSearchParams(location.hash.slice(1)).get('id_token') ?? undefined;
  if (location.hash !== '') history.replaceState(null, '', `${location.pathname}${location.search}`);
  return token;
}

/** Signs in with LINE, and leads on into the console with a ticket. */
export function SignInApp({ say, way }: { say: ConsoleWords; way: SignInWay }) {
  const { login } = say;
  const [stage, setStage] = useState<Stage>({ at: 'starting' });
  const [out] = useState(location.hash === '#out');

  const trouble = (words: string, again: 'login' | 'start' | 'nothing'): void =>
    setStage({ at: 'trouble', words, again });

  const handIn = async (token: string, liff: Liff | undefined, inside: boolean): Promise<void> => {
    setStage({ at: 'checking' });
    const given = await ticketFor(token);
    if ('ticket' in given || againAfter(given.why) === 'login') liff?.forgetHere();
    if ('ticket' in given) {
      if (await goOn(given.ticket)) setStage({ at: 'handed over' });
      return;
    }
    if (given.why === 'bad_token' && inside) return trouble(login.reopen, 'start');
    trouble(say.failures[given.why], againAfter(given.why));
  };

  const startLiff = async (liffId: string): Promise<void> => {
    setStage({ at: 'starting' });
    const liff = await import('./liff-token.ts').catch(() => undefined);
    if (liff === undefined) return trouble(login.offline, 'start');
    const found = await liff.fromLiff(liffId);
    if (found.kind === 'trouble') return trouble(troubleWords(say, found.why), 'start');
    if (found.kind === 'outside' || out) return setStage({ at: 'ready' });
    await handIn(found.token, liff, found.inside);
  };

  const start = (): void => {
    const token = takeIdToken();
    if (way.by === 'nothing') trouble(say.failures.no_login, 'nothing');
    else if (way.by === 'liff') void startLiff(way.liffId);
    else if (token !== undefined) void handIn(token, undefined, false);
    else setStage({ at: 'ready' });
  };
  useEffect(start, []);

  const logIn = async (): Promise<void> => {
    if (way.by === 'liff') (await import('./liff-token.ts')).goToLine();
    if (way.by === 'stand-in') {
      const back = `${location.origin}${location.pathname}${location.search}`;
      location.assign(`${way.loginUrl}?${new URLSearchParams({ redirect_uri: back })}`);
    }
  };

  return (
    <>
      <div role="status">
        {out && stage.at === 'ready' && <p class="good-news">{say.signedOut}</p>}
        {stage.at === 'starting' && <p>{login.starting}</p>}
        {stage.at === 'checking' && <p>{login.checking}</p>}
        {stage.at === 'handed over' && <p class="good-news">{login.handedOver}</p>}
      </div>
      <div role="alert">{stage.at === 'trouble' && <p class="problem">{stage.words}</p>}</div>
      {(stage.at === 'ready' || (stage.at === 'trouble' && stage.again === 'login')) && (
        <p class="actions">
          <button type="button" onClick={logIn}>
            {way.by === 'stand-in' ? login.standIn : login.withLine}
          </button>
        </p>
      )}
      {stage.at === 'trouble' && stage.again === 'start' && (
        <p class="actions">
          <button type="button" onClick={start}>
            {say.tryAgain}
          </button>
        </p>
      )}
    </>
  );
}

function troubleWords({ login }: ConsoleWords, why: LiffTrouble): string {
  switch (why) {
    case 'clock':
      return login.clock;
    case 'offline':
      return login.offline;
    case 'endpoint':
      return login.endpoint;
    case 'refused':
      return login.refused;
    case 'other':
      return login.other;
  }
}

/** With another token it may go well; with the same one later; or with none. */
function againAfter(why: NotSignedIn): 'login' | 'start' {
  return why === 'bad_token' || why === 'not_staff' ? 'login' : 'start';
}
