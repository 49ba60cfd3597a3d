import { telephone } from '../../telephone.ts';
import { labelOf, useConsole } from '../console.ts';
import { Icon } from '../icon.tsx';
import { Button } from '../parts/button.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { viewsOf } from '../views.ts';

const clock = (iso: string): string =>
  new Intl.DateTimeFormat('th-TH', { timeStyle: 'short', timeZone: 'Asia/Bangkok' }).format(new Date(iso));

/** Everything that this person can open, who they are here, and the way out. */
export function Menu() {
  const { me, say, signOut } = useConsole();
  const { agency } = me;
  return (
    <>
      <ViewTitle>{say.views.menu}</ViewTitle>
      <section class="card">
        <h2>{me.name}</h2>
        <p>
          {me.roles.map((role) => say.roles[role]).join(' · ')}
          <br />
          {me.unit === undefined ? say.noUnit : labelOf(agency.units, me.unit)}
        </p>
        <p class="quiet">{say.until(clock(me.until))}</p>
        <Button kind="second" press={signOut}>
          {say.signOut}
        </Button>
      </section>
      <ul class="rows">
        {viewsOf(me).map(({ at, nav }) =>
          nav === undefined || at === 'menu' ? null : (
            <li key={at}>
              <a href={`#/${at}`}>
                <Icon name={nav.icon} />
                {say.views[nav.label]}
              </a>
            </li>
          ),
        )}
        <li>
          <a href="/" target="_blank" rel="noreferrer">
            <Icon name="horn" />
            {say.publicPage}
          </a>
        </li>
        <li>
          <a href={telephone(agency.phone)}>
            <Icon name="phone" />
            {agency.shortName} {agency.phone}
          </a>
        </li>
      </ul>
    </>
  );
}
