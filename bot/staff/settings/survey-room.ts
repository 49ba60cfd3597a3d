import { settingsValues } from '../../../domain/staff/settings-values.ts';
import type { Question, Survey } from '../../../domain/survey/survey.ts';
import { plain } from '../../publish/plain.ts';
import { editionOf } from '../edition.ts';
import { named } from './lists.ts';
import { settingsRoom } from './part.ts';

const asked = ({ questions, more }: Pick<Survey, 'questions' | 'more'>): Question[][] => [questions, more];

/**
 * The questions of the survey. Other questions make another survey, so that it stays known which were asked; counts
 * go by the id of a question, so that one whose words were only mended is counted on.
 */
export const surveyRoom = settingsRoom({
  part: 'survey',
  value: settingsValues.survey,
  shown: ({ survey: { value } }) => ({ title: value.title, questions: value.questions, more: value.more }),
  writes({ state, paths, newId }, value) {
    const before = state.survey.value;
    const next: Survey = {
      ...before,
      title: value.title,
      questions: named(value.questions, newId),
      more: named(value.more, newId),
    };
    if (editionOf(asked(before)) === editionOf(asked(next))) {
      return [{ op: 'set', path: paths.survey(before.id), data: plain(next) }];
    }
    const survey = { ...next, id: newId() };
    const { at } = state.profile;
    return [
      { op: 'create', path: paths.survey(survey.id), data: plain(survey) },
      {
        op: 'update',
        path: paths.agency,
        data: { survey: survey.id },
        ...(at === undefined ? {} : { ifUpdatedAt: at }),
      },
    ];
  },
});
