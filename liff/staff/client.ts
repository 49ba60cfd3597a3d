import { h, render } from 'preact';
import { consoleWords } from '../../domain/catalogue/console.ts';
import { spokenIn } from '../../domain/catalogue/voice.ts';
import { openApi } from './api.ts';
import { App } from './app.tsx';
import { exchange, openDesk } from './desk.ts';
import { openLine } from './line.ts';
import { placeToGoOn, takeTicket, toSignIn } from './signing-in.ts';

/** Begins with the ticket that the sign-in page left for this tab; without one, goes and gets one. */
async function begin(place: HTMLElement): Promise<void> {
  const ticket = takeTicket();
  const session = ticket === undefined ? undefined : await exchange(ticket);
  if (session === undefined) return toSignIn();
  history.replaceState(null, '', `${location.pathname}${placeToGoOn()}`);
  const said = spokenIn(place.dataset);
  const desk = openDesk();
  const line = openLine();
  desk.begin(session);
  const api = openApi(desk, line);
  place.replaceChildren();
  render(h(App, { api, desk, line, say: consoleWords(said), spoken: said }), place);
}

const place = document.getElementById('app');
if (place === null) throw new Error('the page has no place for the console');
void begin(place);
