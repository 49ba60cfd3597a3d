import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { z } from 'zod';
import type { ConsoleWords } from '../../domain/catalogue/console.ts';
import type { Spoken } from '../../domain/catalogue/voice.ts';
import { Me } from '../../domain/staff/me.ts';
import type { Failure, StaffApi } from './api.ts';
import { type Console, ConsoleContext } from './console.ts';
import type { Desk } from './desk.ts';
import { Ended, NotOpened, Removed, WaitingForNetwork } from './interruptions.tsx';
import type { Line } from './line.ts';
import { Frame } from './navigation.tsx';
import { Toasts, useToasts } from './toasts.tsx';
import { View } from './view.tsx';
import { useWatched } from './watched.ts';

export interface AppParts {
  api: StaffApi;
  desk: Desk;
  line: Line;
  say: ConsoleWords;
  spoken: Spoken;
}

/** The console: who is here, the way around, and the view that the address names. */
export function App({ api, desk, line, say, spoken }: AppParts) {
  const state = useWatched(desk.state);
  const waits = useWatched(line.waits);
  const [me, setMe] = useState<Me>();
  const [why, setWhy] = useState<Failure>();
  const { toasts, toast, drop } = useToasts();
  const main = useRef<HTMLElement>(null);

  const refresh = async (): Promise<void> => {
    setWhy(undefined);
    const found = await api.get('/me', Me);
    if (found.ok) setMe(found.value);
    else setWhy(found.why);
  };
  useEffect(() => {
    void refresh();
  }, []);

  const console = useMemo<Console | undefined>(
    () =>
      me && {
        api,
        me,
        say,
        spoken,
        toast,
        go: (place) => {
          location.hash = place;
        },
        refresh,
        signOut: async () => {
          await api.send('DELETE', '/session', undefined, z.unknown());
          desk.forget();
          location.replace('/staff/sign-in#out');
        },
      },
    [me],
  );

  if (state === 'removed') return <Removed say={say} />;
  if (console === undefined) {
    return (
      <NotOpened
        say={say}
        why={why}
        again={refresh}
        lock={state === 'ended' ? <Ended say={say} desk={desk} renewed={refresh} /> : undefined}
      />
    );
  }
  const isEnded = state === 'ended';
  return (
    <ConsoleContext.Provider value={console}>
      {isEnded && <Ended say={say} desk={desk} renewed={refresh} />}
      <div class="console" hidden={isEnded} key={console.me.handle}>
        <Frame main={main}>
          {waits && <WaitingForNetwork say={say} line={line} />}
          <View main={main} />
        </Frame>
        <Toasts toasts={toasts} drop={drop} />
      </div>
    </ConsoleContext.Provider>
  );
}
