import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { thaiDateTime } from '../../../domain/calendar/thai-date.ts';
import { peopleWords } from '../../../domain/catalogue/console-people.ts';
import { faultWords } from '../../../domain/catalogue/console-settings.ts';
import type { Fault } from '../../../domain/staff/fields.ts';
import { InviteAnswer, inviteFaults } from '../../../domain/staff/people.ts';
import { Faults } from '../../../domain/staff/settings.ts';
import { QrCode } from '../../oit/qr.tsx';
import type { Failure } from '../api.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Copy } from '../parts/copy.tsx';
import { Problem } from '../parts/problems.tsx';

/** A code that was just made: shown once, to be scanned or typed. */
function Code({ invite, how }: { invite: InviteAnswer; how: string }) {
  const { spoken } = useConsole();
  const say = peopleWords(spoken);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [invite]);
  return (
    <div class="invite">
      <h2 ref={heading} tabIndex={-1}>
        {say.codeTitle}
      </h2>
      {invite.link === undefined ? (
        <p>{how}</p>
      ) : (
        <>
          <p>{say.scan}</p>
          <QrCode url={invite.link} />
        </>
      )}
      <p class="code" translate={false}>
        {invite.code}
      </p>
      <p class="quiet">
        {say.codeOnce} {say.inviteUntil(thaiDateTime(Date.parse(invite.until)))}
      </p>
      <p class="actions">
        <Copy kind="second" text={invite.code}>
          {say.copy}
        </Copy>
      </p>
    </div>
  );
}

/** Fields and a button that asks for a code, and then, in their place, the code. `wrong` is told of what cannot be kept. */
export function Invite({
  value,
  ask,
  how,
  done,
  wrong,
  children,
}: {
  value: unknown;
  ask: string;
  how: string;
  done: () => unknown;
  wrong?: (faults: readonly Fault[]) => void;
  children: ComponentChildren;
}) {
  const { api, me, say, spoken } = useConsole();
  const [invite, setInvite] = useState<InviteAnswer>();
  const [why, setWhy] = useState<Failure>();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const tell = (found: readonly Fault[]): void => {
    setFaults(found);
    wrong?.(found);
  };
  const make = async (): Promise<void> => {
    setWhy(undefined);
    const found = inviteFaults(value, me.agency);
    tell(found);
    if (found.length > 0) return;
    const sent = await api.send('POST', '/people/invites', value, InviteAnswer);
    if (sent.ok) {
      setInvite(sent.value);
      await done();
      return;
    }
    const told = Faults.safeParse(sent.now).data;
    if (told === undefined) setWhy(sent.why);
    else tell(told.faults);
  };
  const [first] = wrong === undefined ? faults : [];
  const problem = why === undefined ? first && faultWords(first.fault) : failureWords(say, why);
  return (
    <>
      <Problem words={problem} />
      {invite === undefined ? (
        <>
          {children}
          <p class="actions">
            <Button press={make}>{ask}</Button>
          </p>
        </>
      ) : (
        <>
          <Code invite={invite} how={how} />
          <p class="actions">
            <Button kind="second" press={() => setInvite(undefined)}>
              {peopleWords(spoken).another}
            </Button>
          </p>
        </>
      )}
    </>
  );
}
