import type { CaseAct } from '../../../../domain/staff/cases.ts';
import type { CaseParts } from '../case-parts.ts';
import { AnswerForm } from './answer-form.tsx';
import { AssignForm } from './assign-form.tsx';
import { DeclineForm } from './decline-form.tsx';
import { JoinForm } from './join-form.tsx';
import { MischiefForm } from './mischief-form.tsx';
import { NoteForm } from './note-form.tsx';
import { ReferForm } from './refer-form.tsx';
import { RefuseErasureForm } from './refuse-erasure-form.tsx';
import { ResolveForm } from './resolve-form.tsx';
import { ReviewForm } from './review-form.tsx';
import { SortForm } from './sort-form.tsx';
import { WaitForm } from './wait-form.tsx';

/** The window for an act; nothing for those that are done where they are pressed. */
export function CaseForm({ act, parts }: { act: CaseAct; parts: CaseParts }) {
  switch (act) {
    case 'answer':
    case 'ask':
      return <AnswerForm key={act} parts={parts} act={act} />;
    case 'resolve':
      return <ResolveForm parts={parts} />;
    case 'note':
      return <NoteForm parts={parts} />;
    case 'assign':
      return <AssignForm parts={parts} />;
    case 'sort':
      return <SortForm parts={parts} />;
    case 'wait':
      return <WaitForm parts={parts} />;
    case 'refer':
      return <ReferForm parts={parts} />;
    case 'decline':
      return <DeclineForm parts={parts} />;
    case 'review':
      return <ReviewForm parts={parts} />;
    case 'join':
      return <JoinForm parts={parts} />;
    case 'mischief-propose':
      return <MischiefForm parts={parts} />;
    case 'erasure-refuse':
      return <RefuseErasureForm parts={parts} />;
    case 'erasure-grant':
    case 'accept':
    case 'start':
    case 'resume':
    case 'unjoin':
    case 'mischief-withdraw':
    case 'mischief-confirm':
    case 'mischief-restore':
      return null;
  }
}
