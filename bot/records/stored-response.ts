import type { Response } from '../../domain/survey/survey.ts';
import type { DocumentData } from '../store/documents.ts';

/** A response as it is stored: `commented` is there to find those with words by. */
export const storedResponse = (response: Response): DocumentData => ({
  ...response,
  ...(response.comment === undefined ? {} : { commented: true }),
});
