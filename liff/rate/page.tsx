import { thaiDate } from '../../domain/calendar/thai-date.ts';
import { formWords } from '../../domain/catalogue/form.ts';
import { spoken } from '../../domain/catalogue/voice.ts';
import type { RateListPage, RatePage } from '../../domain/published/rate.ts';
import { questionField } from '../../domain/survey/form.ts';
import type { Question } from '../../domain/survey/survey.ts';
import type { View } from '../view.ts';
import css from './rate.css?inline';

const givenOf = ({ given }: RatePage, field: string): string[] => {
  const value = given[field] ?? [];
  return Array.isArray(value) ? value : [value];
};

function Option({
  page,
  type,
  field,
  value,
  label,
}: {
  page: RatePage;
  type: 'radio' | 'checkbox';
  field: string;
  value: string;
  label: string;
}) {
  return (
    <label class="option">
      <input type={type} name={field} value={value} checked={givenOf(page, field).includes(value)} />
      {label}
    </label>
  );
}

function Asked({
  page,
  question,
  n,
  missing,
}: {
  page: RatePage;
  question: Question;
  n: number;
  missing: string;
}) {
  const field = questionField(question.id);
  const isMissing = page.state === 'unanswered' && givenOf(page, field).length === 0;
  return (
    <fieldset>
      <legend>
        {n}. {question.text}
        {isMissing && <strong class="warn"> {missing}</strong>}
      </legend>
      <div class="scale">
        {page.survey.scale.map(({ rating, label }) => (
          <Option key={rating} page={page} type="radio" field={field} value={String(rating)} label={label} />
        ))}
      </div>
    </fieldset>
  );
}

type Say = ReturnType<typeof formWords>;

function More({ page, say }: { page: RatePage; say: Say }) {
  const { reasons, ageBands } = page.survey;
  const [comment = ''] = givenOf(page, 'comment');
  const isOpen = ['reason', 'age', 'comment'].some((field) => givenOf(page, field).some((one) => one !== ''));
  return (
    <details open={isOpen}>
      <summary>{say.rateMore}</summary>
      <fieldset>
        <legend>{say.rateReasons}</legend>
        {reasons.map(({ id, label }) => (
          <Option key={id} page={page} type="checkbox" field="reason" value={id} label={label} />
        ))}
      </fieldset>
      <fieldset>
        <legend>{say.rateAge}</legend>
        {ageBands.map(({ id, label }) => (
          <Option key={id} page={page} type="radio" field="age" value={id} label={label} />
        ))}
        <Option page={page} type="radio" field="age" value="" label={say.rateAgeNone} />
      </fieldset>
      <label>
        <strong>{say.rateComment}</strong> <span class="quiet">{say.rateCommentHint}</span>
        <textarea name="comment" rows={3} maxLength={1000} defaultValue={comment} />
      </label>
    </details>
  );
}

function problemOf(page: RatePage, say: Say): string | undefined {
  switch (page.state) {
    case 'unanswered': {
      const { questions } = page.survey;
      return say.rateUnanswered(
        questions.filter(({ id }) => givenOf(page, questionField(id)).length === 0).length,
      );
    }
    case 'invalid':
      return say.rateInvalid;
    case 'busy':
      return say.rateBusy;
    case 'empty':
    case 'done':
      return undefined;
  }
}

/** Where a service's survey is answered, and its answers go; the visitor's own phone needs no word of it. */
const addressOf = ({ service, channel }: RatePage): string =>
  `/rate/${service.id}${channel === 'web' ? '' : `?channel=${channel}`}`;

function Done({ page, say }: { page: RatePage; say: Say }) {
  return (
    <>
      <h1>{say.rateDone}</h1>
      <p>{say.rateDoneMore}</p>
      {page.channel === 'web' && page.eit !== undefined && (
        <>
          <p>{say.rateEit(thaiDate(page.eit.until, 'long'))}</p>
          <p class="ways">
            <a href={page.eit.url} rel="noreferrer">
              {say.rateEitOpen}
            </a>
          </p>
        </>
      )}
      {page.channel !== 'web' && (
        <p class="ways">
          <a href={addressOf(page)}>{say.rateNext}</a>
        </p>
      )}
    </>
  );
}

function Form({ page, say }: { page: RatePage; say: Say }) {
  const problem = problemOf(page, say);
  return (
    <>
      <h1>{say.rateTitle(page.service.label)}</h1>
      <p>{say.rateIntro}</p>
      {problem !== undefined && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <form class="rates" method="post" action={addressOf(page)} autocomplete="off">
        <input type="hidden" name="once" value={page.once} />
        {page.survey.questions.map((question, index) => (
          <Asked key={question.id} page={page} question={question} n={index + 1} missing={say.rateMissing} />
        ))}
        <More page={page} say={say} />
        <button type="submit">{say.rateSend}</button>
      </form>
    </>
  );
}

/** The counter survey: one plain form that needs no script. */
export function rate(page: RatePage): View {
  const say = formWords(spoken(page.agency.voice));
  return {
    agency: page.agency,
    title: say.rateTitle(page.service.label),
    description: say.rateDescription,
    path: `/rate/${page.service.id}`,
    caching: 'private',
    styles: [css],
    body: page.state === 'done' ? <Done page={page} say={say} /> : <Form page={page} say={say} />,
  };
}

/** Every service that can be rated. */
export function rateList({ agency, services }: RateListPage): View {
  const say = formWords(spoken(agency.voice));
  return {
    agency,
    title: say.rateListTitle,
    description: say.rateDescription,
    path: '/rate',
    styles: [css],
    body: (
      <>
        <h1>{say.rateAll}</h1>
        <ul>
          {services.map(({ id, label }) => (
            <li key={id}>
              <a href={`/rate/${id}`}>{label}</a>
            </li>
          ))}
        </ul>
      </>
    ),
  };
}
