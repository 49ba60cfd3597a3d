import { useState } from 'preact/hooks';
import { z } from 'zod';
import { thaiDateTime } from '../../../domain/calendar/thai-date.ts';
import { peopleWords } from '../../../domain/catalogue/console-people.ts';
import { faultWords } from '../../../domain/catalogue/console-settings.ts';
import type { Fault } from '../../../domain/staff/fields.ts';
import { type InviteRow, PeopleAnswer, type PersonRow } from '../../../domain/staff/people.ts';
import { failureWords, labelOf, useConsole } from '../console.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { Problem, Problems } from '../parts/problems.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import type { ViewProps } from '../views.ts';
import { AboutFields, aboutValue, emptyAbout, fieldId } from './about-fields.tsx';
import { dutiesWords } from './duties-words.ts';
import { Invite } from './invite-code.tsx';
import { Person } from './person.tsx';

function PersonLink({ row, answer }: { row: PersonRow; answer: PeopleAnswer }) {
  const { say: shell, spoken } = useConsole();
  const say = peopleWords(spoken);
  const unit = row.unit === undefined ? say.noUnit : labelOf(answer.units, row.unit);
  const duties = dutiesWords(row, answer, say);
  return (
    <a href={`#/people/${row.handle}`}>
      <span>
        <strong>{row.name}</strong> {row.isSelf && <span class="quiet">{say.self}</span>}
        <small>
          {[row.position, unit].filter((one) => one !== undefined).join(' · ')}
          {duties !== '' && (
            <>
              <br />
              {duties}
            </>
          )}
        </small>
        <span class="tags">
          {row.roles.map((role) => (
            <span key={role} class="tag">
              {shell.roles[role]}
            </span>
          ))}
          {row.roles.includes('integrity') && (
            <span class={row.readsTips ? 'tag good' : 'tag late'}>
              {row.readsTips ? say.readsTips : say.noKeyYet}
            </span>
          )}
        </span>
      </span>
    </a>
  );
}

function Pending({ invite, again }: { invite: InviteRow; again: () => Promise<void> }) {
  const { api, say: shell, spoken, toast } = useConsole();
  const say = peopleWords(spoken);
  const [problem, setProblem] = useState<string>();
  const drop = async (): Promise<void> => {
    const sent = await api.send('DELETE', `/people/invites/${invite.mark}`, undefined, z.unknown());
    if (!sent.ok && sent.why !== 'not_found') return setProblem(failureWords(shell, sent.why));
    toast({ words: say.inviteDropped });
    await again();
  };
  const roles =
    invite.for === 'group' ? say.forGroup : invite.roles.map((role) => shell.roles[role]).join(' · ');
  return (
    <li class="pending">
      <p>
        <strong>{invite.name}</strong> {roles}
        <br />
        <span class="quiet">{say.inviteUntil(thaiDateTime(Date.parse(invite.until)))}</span>
      </p>
      <Problem words={problem} />
      <Confirm asks={`${say.inviteDrop} ${invite.name}`} press={drop}>
        {say.inviteDrop}
      </Confirm>
    </li>
  );
}

function InviteForm({ answer }: { answer: PeopleAnswer }) {
  const { spoken } = useConsole();
  const say = peopleWords(spoken);
  const [about, setAbout] = useState(emptyAbout);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  return (
    <form class="part" noValidate onSubmit={(event) => event.preventDefault()}>
      <Problems
        attempt={attempt}
        problems={faults.map(({ at, fault }) => ({ field: fieldId(at), words: faultWords(fault) }))}
      />
      <Invite
        value={{ for: 'person', ...aboutValue(about) }}
        ask={say.makeCode}
        how={`${say.type} ${say.needsLineUrl}`}
        done={() => setAbout(emptyAbout)}
        wrong={(found) => {
          setFaults(found);
          if (found.length > 0) setAttempt(attempt + 1);
        }}
      >
        <AboutFields about={about} change={setAbout} faults={faults} units={answer.units} say={say} />
      </Invite>
    </form>
  );
}

function List({ answer, again }: { answer: PeopleAnswer; again: () => Promise<void> }) {
  const { spoken } = useConsole();
  const say = peopleWords(spoken);
  return (
    <>
      <p class="ways">
        <a href="#/people/invite">{say.invite}</a>
      </p>
      <p class="quiet">{say.count(answer.people.length)}</p>
      <ul class="rows people">
        {answer.people.map((row) => (
          <li key={row.handle}>
            <PersonLink row={row} answer={answer} />
          </li>
        ))}
      </ul>
      {answer.invites.length > 0 && (
        <section class="card" aria-labelledby="invites">
          <h2 id="invites">{say.invites}</h2>
          <ul class="pendings">
            {answer.invites.map((invite) => (
              <Pending key={invite.mark} invite={invite} again={again} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** `#/people`, `#/people/invite`, and each person under their handle. */
export function People({ params: [named] }: ViewProps) {
  const { api, spoken } = useConsole();
  const say = peopleWords(spoken);
  const load = useLoad('people', () => api.get('/people', PeopleAnswer));
  if (named === undefined) {
    return (
      <>
        <ViewTitle>{say.title}</ViewTitle>
        <Loaded load={load}>{(answer) => <List answer={answer} again={load.again} />}</Loaded>
      </>
    );
  }
  return (
    <>
      <p>
        <a href="#/people">{say.all}</a>
      </p>
      {named === 'invite' && <ViewTitle>{say.invite}</ViewTitle>}
      <Loaded load={load}>
        {(answer) =>
          named === 'invite' ? <InviteForm answer={answer} /> : <Person handle={named} answer={answer} />
        }
      </Loaded>
    </>
  );
}
