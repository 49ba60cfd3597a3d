import type { ComponentChildren, RefObject } from 'preact';
import { telephone } from '../telephone.ts';
import { useConsole } from './console.ts';
import { Icon } from './icon.tsx';
import { usePlace } from './place.ts';
import { firstView, viewsOf } from './views.ts';

/** Views that stand in the bar of a phone; all are in the menu. */
const IN_BAR = 4;

/** The landmarks around a view: whose console it is, the way around, and the view itself. */
export function Frame({
  main,
  children,
}: {
  main: RefObject<HTMLElement | null>;
  children: ComponentChildren;
}) {
  const { me, say } = useConsole();
  const place = usePlace();
  const at = place.view === '' ? firstView(me) : place.view;
  const shown = viewsOf(me).filter(({ nav }) => nav !== undefined);
  const menu = shown.filter((view) => view.at === 'menu');
  const isInBar = shown.findIndex((view) => view.at === at) < IN_BAR - 1;
  const others = shown.filter((view) => view.at !== 'menu');
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {say.skip}
      </button>
      <header class="top">
        <a class="whose" href={`#/${firstView(me)}`}>
          {me.agency.shortName}
        </a>
        <a class="call" href={telephone(me.agency.phone)}>
          <Icon name="phone" />
          {me.agency.phone}
        </a>
      </header>
      <nav class="ways-around" aria-label={say.sections}>
        <ul>
          {[...others, ...menu].map(({ at: own, nav }, index) => (
            <li key={own} class={own !== 'menu' && index >= IN_BAR - 1 ? 'wide-only' : undefined}>
              <a
                href={`#/${own}`}
                aria-current={own === at ? 'page' : undefined}
                data-holds-current={own === 'menu' && !isInBar && own !== at ? '' : undefined}
              >
                {nav !== undefined && <Icon name={nav.icon} />}
                <span>{nav !== undefined && say.views[nav.label]}</span>
              </a>
            </li>
          ))}
        </ul>
        <p class="whoami">
          {me.name}
          <br />
          <small>{me.roles.map((role) => say.roles[role]).join(' · ')}</small>
        </p>
      </nav>
      <main id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
    </>
  );
}
