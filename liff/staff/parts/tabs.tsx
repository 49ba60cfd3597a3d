import type { Option } from './field.tsx';

/**
 * Links that choose what a list shows, one of them chosen; `count` stands beside its words. They are places of the
 * console, so that going back works.
 */
export function Tabs({
  label,
  tabs,
  chosen,
  place,
}: {
  label: string;
  tabs: readonly (Option & { count?: number | undefined })[];
  chosen: string;
  place: (id: string) => string;
}) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.id} href={`#${place(tab.id)}`} aria-current={tab.id === chosen ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && <span class="count">{tab.count.toLocaleString('th-TH')}</span>}
        </a>
      ))}
    </nav>
  );
}
