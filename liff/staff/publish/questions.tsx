import { useState } from 'preact/hooks';
import { publishWords } from '../../../domain/catalogue/console-publish.ts';
import { settingsWords } from '../../../domain/catalogue/console-settings.ts';
import { CaseDetail } from '../../../domain/staff/cases.ts';
import type { PublishAnswer } from '../../../domain/staff/publish.ts';
import { useConsole } from '../console.ts';
import { TextArea } from '../parts/field.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { Entries } from '../settings/entry-list.tsx';
import { Propose } from './propose.tsx';

/** What a resident asked and was answered, to be put among the questions; who asked is left to be taken out. */
export function ProposeAsked({ caseId, questions }: { caseId: string } & Pick<PublishAnswer, 'questions'>) {
  const { api, spoken } = useConsole();
  const say = publishWords(spoken);
  const load = useLoad(`asked ${caseId}`, () => api.get(`/cases/${encodeURIComponent(caseId)}`, CaseDetail));
  return (
    <Loaded load={load}>
      {({ text, thread }) => {
        const answer = thread.findLast(({ from, asks }) => from === 'staff' && asks !== true)?.text ?? '';
        return (
          <>
            <p class="problem" role="note">
              {say.questions.takeOut}
            </p>
            <ProposeQuestions questions={[{ question: text, answer }, ...questions]} />
          </>
        );
      }}
    </Loaded>
  );
}

/** The questions that are asked often, as they would be published. */
export function ProposeQuestions({ questions }: Pick<PublishAnswer, 'questions'>) {
  const { spoken } = useConsole();
  const say = publishWords(spoken);
  const [items, setItems] = useState<PublishAnswer['questions']>(questions);
  return (
    <section class="card" aria-labelledby="questions">
      <h2 id="questions">{say.questions.title}</h2>
      <Entries
        items={items}
        change={setItems}
        at="questions"
        faults={[]}
        say={settingsWords(spoken)}
        remove
        titleOf={({ question }) => question}
        fresh={() => ({ question: '', answer: '' })}
        addWords={say.questions.add}
      >
        {(one, set) => (
          <>
            <TextArea
              label={say.questions.question}
              rows={2}
              value={one.question}
              change={(question) => set({ ...one, question })}
            />
            <TextArea
              label={say.questions.answer}
              value={one.answer}
              change={(answer) => set({ ...one, answer })}
            />
          </>
        )}
      </Entries>
      <Propose value={{ kind: 'questions', questions: items }} />
    </section>
  );
}
