import { questionWords } from '../../domain/catalogue/questions.ts';
import { spoken } from '../../domain/catalogue/voice.ts';
import type { QuestionsPage } from '../../domain/published/questions.ts';
import { WORDS_MOST } from '../../domain/published/sought.ts';
import searchCss from '../styles/search.css?inline';
import { telephone } from '../telephone.ts';
import type { View } from '../view.ts';
import css from './questions.css?inline';

type Say = ReturnType<typeof questionWords>;

function Search({ sought, say }: { sought: string; say: Say }) {
  return (
    <search>
      <form class="search" action="/questions">
        <p>
          <label for="q">{say.words}</label>
          <input id="q" name="q" type="search" value={sought} maxLength={WORDS_MOST} autocomplete="off" />
        </p>
        <button type="submit">{say.search}</button>
      </form>
    </search>
  );
}

/** The ways to ask somebody, where no answer was found. */
function Ask({ page: { agency }, say }: { page: QuestionsPage; say: Say }) {
  return (
    <>
      <p>{say.askHere(agency.shortName)}</p>
      <p class="ways">
        {agency.lineUrl !== undefined && <a href={agency.lineUrl}>{say.ask}</a>}
        <a href={telephone(agency.phone)}>{say.call(agency.phone)}</a>
      </p>
    </>
  );
}

function Nothing({ all, say }: { all: number; say: Say }) {
  if (all === 0) return <p>{say.none}</p>;
  return (
    <>
      <p>
        <strong>{say.nothing}</strong>
      </p>
      <p>{say.nothingHint}</p>
    </>
  );
}

/** Questions that were answered for everybody, and what of them somebody looked for. */
export function questions(page: QuestionsPage): View {
  const { agency, sought, all } = page;
  const say = questionWords(spoken(agency.voice));
  const isAll = sought === '';
  return {
    agency,
    title: say.title,
    description: say.description(agency.name),
    path: '/questions',
    styles: [searchCss, css],
    body: (
      <>
        <h1>{say.title}</h1>
        {all > 0 && <p>{say.intro}</p>}
        {all > 0 && <Search sought={sought} say={say} />}
        {all > 0 && (
          <p class="count" role="status">
            <strong>{isAll ? say.count(all) : say.found(page.questions.length, sought)}</strong>
          </p>
        )}
        {page.questions.length === 0 && <Nothing all={all} say={say} />}
        <div class="questions">
          {page.questions.map(({ question, answer }) => (
            <details key={question} open={!isAll}>
              <summary>{question}</summary>
              <p>{answer}</p>
            </details>
          ))}
        </div>
        <Ask page={page} say={say} />
        {!isAll && (
          <p>
            <a href="/questions">{say.all}</a>
          </p>
        )}
      </>
    ),
  };
}
