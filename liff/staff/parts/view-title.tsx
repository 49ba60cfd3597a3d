import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useConsole } from '../console.ts';

/**
 * The heading of a view: names the tab, and takes the focus when its view begins, so that who hears the page knows
 * where they are. `tab` where the tab says something shorter.
 */
export function ViewTitle({ children, tab }: { children: ComponentChildren; tab?: string }) {
  const { say, me } = useConsole();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const named = tab ?? heading.current?.textContent ?? say.title;
    document.title = `${named} · ${me.agency.shortName}`;
  });
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
