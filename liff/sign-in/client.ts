import { h, render } from 'preact';
import { consoleWords } from '../../domain/catalogue/console.ts';
import { spokenIn } from '../../domain/catalogue/voice.ts';
import { SignInApp } from './sign-in-app.tsx';
import { wayOf } from './way.ts';

const place = document.getElementById('app');
if (place === null) throw new Error('the page has no place for signing in');
const said = spokenIn(place.dataset);
place.replaceChildren();
render(h(SignInApp, { say: consoleWords(said), way: wayOf() }), place);
