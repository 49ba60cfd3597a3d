import { CommentBody, CommentParams, CommentsQuery } from '../../../domain/staff/survey-comments.ts';
import { type StaffRoute, staffRoute } from '../route.ts';
import { chooseComment, readComments } from './comments.ts';

/** What residents wrote in the survey, and which of it the report shows. */
export const commentRoutes: readonly StaffRoute[] = [
  staffRoute({
    method: 'get',
    path: '/survey-comments',
    roles: ['officer', 'admin', 'executive'],
    query: CommentsQuery,
    handle: async (parts, { query }) => {
      const answer = await readComments(parts, query);
      return answer === undefined ? { refuse: 'bad_shape' } : { json: answer };
    },
  }),
  staffRoute({
    method: 'put',
    path: '/survey-comments/:id',
    roles: ['officer', 'admin'],
    params: CommentParams,
    body: CommentBody,
    handle: chooseComment,
  }),
];
