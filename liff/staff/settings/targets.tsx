import { useState } from 'preact/hooks';
import { z } from 'zod';
import { type SettingsWords, settingsWords } from '../../../domain/catalogue/console-settings.ts';
import { costOf, LineStatus, type TargetRow, TargetsAnswer } from '../../../domain/staff/targets.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Empty } from '../parts/empty.tsx';
import { TextField } from '../parts/field.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { Problem } from '../parts/problems.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { Invite } from '../people/invite-code.tsx';

function membersWords({ members }: TargetRow, { target }: SettingsWords): string {
  if (members === 'gone') return target.gone;
  return members === undefined ? target.unknownMembers : target.members(members);
}

function Target({ row, newCases, again }: { row: TargetRow; newCases: number; again: () => Promise<void> }) {
  const { api, spoken, say: shell, toast } = useConsole();
  const say = settingsWords(spoken);
  const [problem, setProblem] = useState<string>();
  const cost = costOf(row, newCases);
  const test = async (): Promise<void> => {
    setProblem(undefined);
    const sent = await api.send('POST', `/targets/${row.id}/test`, {}, z.unknown());
    if (sent.ok) return toast({ words: say.target.tested(row.label) });
    setProblem(
      sent.why === 'line_failed'
        ? say.target.failed(LineStatus.safeParse(sent.now).data?.status)
        : failureWords(shell, sent.why),
    );
  };
  const remove = async (): Promise<void> => {
    const sent = await api.send('DELETE', `/targets/${row.id}`, undefined, z.unknown());
    if (!sent.ok) return setProblem(failureWords(shell, sent.why));
    toast({ words: say.target.removed });
    await again();
  };
  return (
    <section class="card part" aria-label={row.label}>
      <h2>{row.label}</h2>
      <p class={row.members === 'gone' ? 'wrong-words' : 'quiet'}>{membersWords(row, say)}</p>
      {cost !== undefined && typeof row.members === 'number' && (
        <p>{say.target.cost(cost, row.members, newCases)}</p>
      )}
      <Problem words={problem} />
      <p class="actions">
        <Button kind="second" press={test}>
          {say.target.test}
        </Button>
      </p>
      <Confirm asks={say.target.removeAsks(row.label)} yes={say.target.remove} press={remove}>
        {say.target.remove}
      </Confirm>
    </section>
  );
}

function quotaWords({ quota }: TargetsAnswer, { target }: SettingsWords): string | undefined {
  if (quota === undefined) return undefined;
  if (quota.limit === undefined) return target.unlimited;
  return target.quota(Math.max(0, quota.limit - quota.used), quota.limit);
}

/** The groups that get alerts: what they cost, whether they work, and how another becomes one. */
export function Targets() {
  const { api, spoken } = useConsole();
  const say = settingsWords(spoken);
  const load = useLoad('targets', () => api.get('/targets', TargetsAnswer));
  const [label, setLabel] = useState('');
  return (
    <>
      <p>
        <a href="#/settings">{say.all}</a>
      </p>
      <ViewTitle>{say.targets}</ViewTitle>
      <p>{say.target.about}</p>
      <Loaded load={load}>
        {(answer) => (
          <>
            <p class="quiet">{quotaWords(answer, say)}</p>
            {answer.targets.length === 0 && <Empty icon="people">{say.target.none}</Empty>}
            {answer.targets.map((row) => (
              <Target key={row.id} row={row} newCases={answer.newCases} again={load.again} />
            ))}
          </>
        )}
      </Loaded>
      <section class="card part">
        <h2>{say.target.add}</h2>
        <Invite
          value={{ for: 'group', label }}
          ask={say.target.makeCode}
          how={say.target.how}
          done={() => setLabel('')}
        >
          <TextField label={say.target.label} value={label} change={setLabel} />
        </Invite>
      </section>
    </>
  );
}
