import { h, render } from 'preact';
import { consoleWords } from '../../domain/catalogue/console.ts';
import { spoken } from '../../domain/catalogue/voice.ts';
import { SignInApp } from './sign-in-app.tsx';
import { wayOf } from './way.ts';

const place = document.getElementById('app');
if (place === null) throw new Error('the page has no place for signing in');
const said = spoken({
  you: place.dataset.you === 'คุณ' ? 'คุณ' : 'ท่าน',
  particle: place.dataset.particle === 'ครับ' ? 'ครับ' : 'ค่ะ',
});
place.replaceChildren();
render(h(SignInApp, { say: consoleWords(said), way: wayOf() }), place);
