import type { CaseParts } from '../case-parts.ts';
import { WordsForm } from './words-form.tsx';

/** Why a case cannot be deleted yet, for the reporter who asked for it. */
export function RefuseErasureForm({ parts }: { parts: CaseParts }) {
  const { erasure, done } = parts.say;
  return (
    <WordsForm
      parts={parts}
      draft="erasure"
      act="erasure-refuse"
      save={erasure.save}
      label={erasure.because}
      hint={erasure.becauseHint}
      done={done['erasure-refuse']}
      send={({ act }, text) => act('erasure', { decision: 'refuse', because: text }, { kind: 'answer' })}
    />
  );
}
