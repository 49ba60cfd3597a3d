import { useState } from 'preact/hooks';
import { z } from 'zod';
import { thaiDateTime } from '../../../domain/calendar/thai-date.ts';
import { type HealthWords, healthWords } from '../../../domain/catalogue/console-health.ts';
import {
  type DeadAlert,
  HealthAnswer,
  type HealthLine,
  type Judged,
  judgeHealth,
  skewOf,
} from '../../../domain/staff/health.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { Problem } from '../parts/problems.tsx';
import { ViewTitle } from '../parts/view-title.tsx';

const MINUTE = 60_000;
const at = (iso: string | undefined): string | undefined =>
  iso === undefined ? undefined : thaiDateTime(Date.parse(iso));

/** How a line stands, and what to do where it does not stand well. */
function wordsOf(line: HealthLine, answer: HealthAnswer, here: number, say: HealthWords): [string, string] {
  const { waiting, dead, tips } = answer;
  switch (line) {
    case 'webhook':
      return [say.webhook(at(answer.lastWebhook)), say.webhookDo];
    case 'chatMode':
      return [say.chatMode[answer.chatMode], say.chatModeDo];
    case 'quota':
      return [say.quota(answer), say.quotaDo];
    case 'waiting':
      return [say.waiting(waiting.count, waiting.more, at(waiting.since)), say.waitingDo];
    case 'dead':
      return [say.dead(dead.alerts.length, dead.more), say.deadDo];
    case 'tipReaders':
      return [say.tipReaders(tips.readers), say.tipReadersDo];
    case 'tipOffices':
      return [say.tipOffices(tips.unread), say.tipOfficesDo];
    case 'recovery':
      return [say.recovery[tips.recovery], say.recoveryDo];
    case 'admins':
      return [say.admins(answer.admins), say.adminsDo];
    case 'categories':
      return [say.categories(answer.unheard, answer.officers), say.categoriesDo];
    case 'signIn':
      return [say.signIn(answer.canSignIn), say.signInDo];
    case 'store':
      return [say.store[answer.store], say.storeDo];
    case 'tallies': {
      const { at: compared, mended } = answer.tallies;
      return [
        say.tallies(at(compared), mended && { at: at(mended.at) ?? '', counters: mended.counters }),
        say.talliesDo,
      ];
    }
    case 'clock':
      return [say.clock(Math.round(skewOf(answer, here) / MINUTE)), say.clockDo];
  }
}

function Line({ judged, words, say }: { judged: Judged; words: [string, string]; say: HealthWords }) {
  const { line, state } = judged;
  const [stands, toDo] = words;
  return (
    <li class={`health ${state}`}>
      <p>
        <strong>{say.names[line]}</strong>
        <span class={state === 'fine' ? 'tag good' : state === 'bad' ? 'tag late' : 'tag'}>
          {say.state[state]}
        </span>
      </p>
      <p>{stands}</p>
      {(state === 'bad' || state === 'look') && <p class="quiet">{toDo}</p>}
    </li>
  );
}

function Dead({ alert, again }: { alert: DeadAlert; again: () => Promise<void> }) {
  const { api, say: shell, spoken, toast } = useConsole();
  const say = healthWords(spoken);
  const [problem, setProblem] = useState<string>();
  const settle = async (method: 'POST' | 'DELETE', path: string, done: string): Promise<void> => {
    const sent = await api.send(method, `/health/alerts/${alert.id}${path}`, undefined, z.unknown());
    if (!sent.ok && sent.why !== 'not_now' && sent.why !== 'not_found') {
      setProblem(failureWords(shell, sent.why));
      return;
    }
    toast({ words: done });
    await again();
  };
  const to = say.deadTo(alert.to, alert.name);
  return (
    <li class="pending">
      <p>
        <strong>{say.deadWhat[alert.what]}</strong> {to}
        <br />
        <span class="quiet">{say.deadTried(alert.attempts, thaiDateTime(Date.parse(alert.since)))}</span>
      </p>
      <Problem words={problem} />
      <div class="inline-actions">
        <Button
          kind="second"
          label={`${say.sendAgain} ${to}`}
          press={() => settle('POST', '/again', say.sentAgain)}
        >
          {say.sendAgain}
        </Button>
        <Button kind="second" label={`${say.letBe} ${to}`} press={() => settle('DELETE', '', say.letBeDone)}>
          {say.letBe}
        </Button>
      </div>
    </li>
  );
}

const order: readonly Judged['state'][] = ['bad', 'look', 'unknown', 'fine'];

/** Whether everything and everybody is reached; what is to be done comes first. */
export function Health() {
  const { api, spoken } = useConsole();
  const say = healthWords(spoken);
  const load = useLoad('health', () => api.get('/health', HealthAnswer));
  return (
    <>
      <ViewTitle>{say.title}</ViewTitle>
      <Loaded load={load}>
        {(answer) => {
          const here = Date.now();
          const judged = judgeHealth(answer, here).toSorted(
            (a, b) => order.indexOf(a.state) - order.indexOf(b.state),
          );
          const count = (state: Judged['state']): number =>
            judged.filter((one) => one.state === state).length;
          return (
            <div class="part">
              <p class={count('bad') > 0 ? 'problem' : 'good-news'} role="status">
                {say.summary(count('bad'), count('look'))}
              </p>
              <ul class="rows">
                {judged.map((one) => (
                  <Line key={one.line} judged={one} words={wordsOf(one.line, answer, here, say)} say={say} />
                ))}
              </ul>
              {answer.tallies.mended !== undefined && (
                <details class="card">
                  <summary>{say.names.tallies}</summary>
                  <ul>
                    {answer.tallies.mended.some.map(({ key, counter, was, is }) => (
                      <li key={`${key} ${counter}`}>{say.talliesCounter(key, counter, was, is)}</li>
                    ))}
                  </ul>
                </details>
              )}
              {answer.dead.alerts.length > 0 && (
                <section class="card" aria-labelledby="dead">
                  <h2 id="dead">{say.names.dead}</h2>
                  <ul class="pendings">
                    {answer.dead.alerts.map((alert) => (
                      <Dead key={alert.id} alert={alert} again={load.again} />
                    ))}
                  </ul>
                </section>
              )}
              <p class="actions">
                <Button kind="second" press={load.again}>
                  {say.again}
                </Button>
              </p>
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
