import type { Numbers } from '../../../domain/staff/numbers.ts';

/** How many cases each of some has, most first; the bar says what the number says. */
export function Breakdown({
  title,
  rows,
  words,
}: {
  title: string;
  rows: Numbers['byCategory'];
  words: (count: number) => string;
}) {
  const shown = rows.filter(({ received }) => received > 0).toSorted((a, b) => b.received - a.received);
  const most = Math.max(1, ...shown.map(({ received }) => received));
  if (shown.length === 0) return null;
  return (
    <section class="card breakdown">
      <h2>{title}</h2>
      <ul>
        {shown.map(({ id, label, received }) => (
          <li key={id}>
            <span>{label}</span>
            <strong>{words(received)}</strong>
            <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="4" rx="2" class="rail" />
              <rect width={(received / most) * 100} height="4" rx="2" class="part" />
            </svg>
          </li>
        ))}
      </ul>
    </section>
  );
}
