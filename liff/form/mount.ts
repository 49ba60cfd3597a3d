import { type ComponentType, h, render } from 'preact';
import { type FormWords, formWords } from '../../domain/catalogue/form.ts';
import { type Spoken, spokenIn } from '../../domain/catalogue/voice.ts';
import { type FormWorker, openWorker } from '../worker/open-worker.ts';

/** What each page's own part is given. */
export interface AppParts {
  say: FormWords;
  /** For words that the chat has too. */
  spoken: Spoken;
  worker: FormWorker;
}

/** Takes over the page where the server left off, in the agency's voice. */
export function mount(App: ComponentType<AppParts>): void {
  const place = document.getElementById('app');
  if (place === null) throw new Error('the page has no place for the form');
  const said = spokenIn(place.dataset);
  place.replaceChildren();
  render(h(App, { say: formWords(said), spoken: said, worker: openWorker() }), place);
}
