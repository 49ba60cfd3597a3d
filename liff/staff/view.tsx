import type { ComponentType, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useConsole } from './console.ts';
import { ViewTitle } from './parts/view-title.tsx';
import { usePlace } from './place.ts';
import { firstView, type ViewProps, viewsOf } from './views.ts';

type Opened = { at: string; Shown: ComponentType<ViewProps> } | { at: string; Shown: 'missing' | 'failed' };

/** The view that the address names, its script fetched when it is first opened. */
export function View({ main }: { main: RefObject<HTMLElement | null> }) {
  const { me, say } = useConsole();
  const { view, params, query } = usePlace();
  const at = view === '' ? firstView(me) : view;
  const [opened, setOpened] = useState<Opened>();
  useEffect(() => {
    let isWanted = true;
    const open = async (): Promise<void> => {
      const found = viewsOf(me).find((one) => one.at === at);
      const Shown = found === undefined ? 'missing' : await found.load().catch(() => 'failed' as const);
      if (isWanted) setOpened({ at, Shown });
    };
    void open();
    return () => {
      isWanted = false;
    };
  }, [at]);
  useEffect(() => main.current?.setAttribute('data-view', at), [at]);
  if (opened?.at !== at) {
    return (
      <p role="status" class="loading">
        {say.loading}
      </p>
    );
  }
  const { Shown } = opened;
  if (typeof Shown === 'string') {
    return (
      <>
        <ViewTitle>{say.title}</ViewTitle>
        <p class="problem">{Shown === 'missing' ? say.noView : say.viewNotLoaded}</p>
      </>
    );
  }
  return <Shown key={`${at}/${params.join('/')}`} params={params} query={query} />;
}
