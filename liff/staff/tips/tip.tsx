import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import { labelOf, useConsole } from '../console.ts';
import { save } from '../keys/save.ts';
import { LockBar, Unlocked } from '../keys/unlock.tsx';
import { Button } from '../parts/button.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { useTipsWords, useVault } from '../vault/use-vault.ts';
import type { ViewProps } from '../views.ts';
import { Acts } from './acts.tsx';
import { filesOf } from './download.ts';
import { fetchTip, type ShownTip } from './fetch-tip.ts';
import { Findings } from './findings.tsx';
import { TipPhotos } from './tip-photos.tsx';

/** One tip, opened in this page. */
export function TipView({ params }: ViewProps) {
  const [id = ''] = params;
  const say = useTipsWords();
  return (
    <div class="tip">
      <p class="no-print">
        <a class="back" href="#/tips">
          <span aria-hidden="true">‹</span> {say.one.back}
        </a>
      </p>
      <Unlocked>
        <Opened id={id} />
      </Unlocked>
    </div>
  );
}

function Opened({ id }: { id: string }) {
  const { api, me } = useConsole();
  const { vault } = useVault();
  const say = useTipsWords();
  const load = useLoad(`tip ${id}`, () =>
    fetchTip({ api, vault, agency: me.agency.id }, encodeURIComponent(id)),
  );
  if (load.why === 'not_found') {
    return (
      <>
        <ViewTitle>{say.list.title}</ViewTitle>
        <p class="problem">{say.one.gone}</p>
      </>
    );
  }
  return <Loaded load={load}>{(shown) => <Tip shown={shown} again={load.again} />}</Loaded>;
}

function Tip({ shown, again }: { shown: ShownTip; again: () => Promise<void> }) {
  const { me } = useConsole();
  const { vault, open } = useVault();
  const say = useTipsWords();
  const { answer, tip } = shown;
  const office = labelOf(me.agency.tipOffices, tip.office ?? '');
  const kind = labelOf(me.agency.tipKinds, tip.kind ?? '');
  const download = async (): Promise<void> => {
    if (open === undefined) return;
    const files = filesOf(shown, say, { office, kind });
    const made = await vault.ask('pack', { files, own: open.recipient });
    if (made.ok) save(made.value, `${answer.name}.tar.age`);
  };
  return (
    <>
      <ViewTitle>{answer.name}</ViewTitle>
      <p class="state">
        <span class={answer.status === 'new' ? 'tag late' : 'tag'}>{say.status[answer.status]}</span>
        <span class="quiet">{say.list.received(thaiDate(answer.received, 'long'))}</span>
      </p>
      <LockBar />
      <Findings tip={tip} say={say.one} />
      <div class="panes">
        <div>
          <section>
            <h2>{say.one.thread}</h2>
            <Thread shown={shown} />
          </section>
          <TipPhotos photos={tip.photos} say={say.one} />
          {tip.office !== undefined && <Acts shown={shown} again={again} />}
        </div>
        <aside class="card">
          <dl>
            <dt>{say.one.office}</dt>
            <dd>{office}</dd>
            <dt>{say.one.kind}</dt>
            <dd>{kind}</dd>
            {tip.channel !== undefined && (
              <>
                <dt>{say.one.channel}</dt>
                <dd>{channelLabel(say.enter.channels, tip.channel)}</dd>
              </>
            )}
            <dt>{say.one.readers}</dt>
            <dd>
              <ul class="plain-list">
                {answer.readers.officers.map(({ staffId, recipient }) => (
                  <li key={recipient}>
                    {answer.names[staffId]} {staffId === me.handle && say.one.you}
                  </li>
                ))}
                {answer.readers.recovery !== undefined && <li>{say.one.recovery}</li>}
              </ul>
            </dd>
          </dl>
          <p class="hint">{say.download.about}</p>
          <Button kind="second" press={download}>
            {say.download.button}
          </Button>
        </aside>
      </div>
    </>
  );
}

const channelLabel = (labels: Readonly<Record<string, string>>, channel: string): string =>
  labels[channel] ?? channel;

function Thread({ shown }: { shown: ShownTip }) {
  const say = useTipsWords().one;
  return (
    <ol class="tip-thread">
      {shown.tip.lines.map(({ n, from, text, day }) => (
        <li key={n} class={`line ${from}`}>
          <strong>{from === 'reporter' ? say.reporter : say.staff}</strong>
          {day !== undefined && <span class="quiet"> {thaiDate(day, 'long')}</span>}
          <div class="told" dir="auto">
            {text}
          </div>
        </li>
      ))}
    </ol>
  );
}
