import type { CaseParts } from '../case-parts.ts';
import { WordsForm } from './words-form.tsx';

/** A note that staff alone read. */
export function NoteForm({ parts }: { parts: CaseParts }) {
  const { note, done } = parts.say;
  return (
    <WordsForm
      parts={parts}
      draft="note"
      act="note"
      save={note.save}
      label={note.label}
      hint={note.hint}
      done={done.note}
      send={({ act }, text) => act('note', { text }, { kind: 'note' }, text)}
    />
  );
}
