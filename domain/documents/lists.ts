import { documentsWords } from '../catalogue/documents.ts';
import type { Content } from '../evidence/content.ts';
import type { RegisterRow } from '../staff/documents.ts';
import { answered } from './answered.ts';
import { lpa } from './lpa.ts';
import type { ListName } from './names.ts';
import { type ListAbout, register } from './register.ts';

/** A paper that lists cases: what it is called, and its matter. */
export function listPaper(
  what: ListName,
  rows: readonly RegisterRow[],
  about: ListAbout,
): { title: string; content: Content } {
  switch (what) {
    case 'register':
      return { title: documentsWords.register.title, content: register(rows, about) };
    case 'answered':
      return {
        title: documentsWords.answered.title(about.firstAnswerDays),
        content: answered(rows, about),
      };
    case 'lpa':
      return { title: documentsWords.lpa.title, content: lpa(rows, about) };
  }
}
