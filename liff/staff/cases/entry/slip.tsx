import { encode } from 'uqr';
import { thaiDate } from '../../../../domain/calendar/thai-date.ts';
import type { ConsoleEntryWords } from '../../../../domain/catalogue/console-entry.ts';
import type { Entered } from '../../../../domain/staff/cases.ts';
import { useConsole } from '../../console.ts';

const GROUP = 4;
/** Modules of white around the code. @see ISO/IEC 18004 */
const QUIET_ZONE = 4;

const grouped = (receipt: string): string[] =>
  Array.from({ length: receipt.length / GROUP }, (_, n) => receipt.slice(n * GROUP, (n + 1) * GROUP));

function Qr({ address, label }: { address: string; label: string }) {
  const { data, size } = encode(address, { ecc: 'M', border: QUIET_ZONE });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path.join('')} fill="#000" />
    </svg>
  );
}

/** What the reporter takes home: the number, the receipt, by when, and how to follow it up. One sheet. */
export function Slip({
  entered,
  about,
  paper,
  say,
}: {
  entered: Entered;
  about: string;
  paper: 'a4' | 'a6';
  say: ConsoleEntryWords['slip'];
}) {
  const { me } = useConsole();
  const { agency } = me;
  const address = `${location.origin}/track`;
  return (
    <article class={`entry-slip ${paper}`}>
      <header>
        <p>{agency.name}</p>
        <h2>{say.title}</h2>
      </header>
      <dl>
        <div class="big">
          <dt>{say.number}</dt>
          <dd>{entered.number}</dd>
        </div>
        <div class="big receipt-digits">
          <dt>{say.receipt}</dt>
          <dd>
            {grouped(entered.receipt).map((digits, n) => (
              <span key={n}>{digits} </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{say.about}</dt>
          <dd>
            <bdi>{about}</bdi>
          </dd>
        </div>
        <div>
          <dt>{say.received}</dt>
          <dd>{thaiDate(entered.received, 'long')}</dd>
        </div>
        <div>
          <dt>{say.due}</dt>
          <dd>
            <strong>{thaiDate(entered.due, 'long')}</strong>
          </dd>
        </div>
      </dl>
      <section class="follow">
        <div>
          <h3>{say.follow}</h3>
          <ul>
            {say.ways(agency.phone, address).map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ul>
        </div>
        <Qr address={address} label={say.qr(address)} />
      </section>
      <p class="keep">{say.keep}</p>
      <p class="sign">
        {say.sign} <span class="rule" /> {say.by(me.name)}
      </p>
    </article>
  );
}
