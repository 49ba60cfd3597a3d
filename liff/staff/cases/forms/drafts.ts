import { useEffect, useState } from 'preact/hooks';

/** What was typed and not sent, in this page's memory alone: closing a form does not lose it. */
const drafts = new Map<string, string>();

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

function keep(key: string, text: string): void {
  if (text === '') drafts.delete(key);
  else drafts.set(key, text);
  removeEventListener('beforeunload', ask);
  if (drafts.size > 0) addEventListener('beforeunload', ask);
}

/** Words that are being typed, found again under the same key; `drop` once they are sent. */
export function useDraft(key: string): [text: string, change: (text: string) => void, drop: () => void] {
  const [text, setText] = useState(drafts.get(key) ?? '');
  useEffect(() => setText(drafts.get(key) ?? ''), [key]);
  const change = (typed: string): void => {
    keep(key, typed);
    setText(typed);
  };
  return [text, change, () => change('')];
}
