import { consoleWords } from '../../domain/catalogue/console.ts';
import { spoken } from '../../domain/catalogue/voice.ts';
import type { SignInPage, SignInWay } from '../../domain/published/staff.ts';
import css from '../staff/staff.css?inline';
import { telephone } from '../telephone.ts';
import type { View } from '../view.ts';

/** Where LIFF itself calls; only this page of the console does. */
const LIFF_CALLS = ['https://api.line.me', 'https://access.line.me', 'https://liffsdk.line-scdn.net'];

function dataOf(way: SignInWay): Record<string, string> {
  switch (way.by) {
    case 'liff':
      return { by: way.by, liff: way.liffId };
    case 'stand-in':
      return { by: way.by, login: way.loginUrl };
    case 'nothing':
      return { by: way.by };
  }
}

/** The page that staff sign in on, as it stands before its script comes. */
export function signIn({ agency, way }: SignInPage): View {
  const say = consoleWords(spoken(agency.voice));
  return {
    agency,
    title: say.login.title,
    description: say.login.description,
    path: '/staff/sign-in',
    caching: 'private',
    frame: 'desk',
    styles: [css],
    script: { folder: 'sign-in', data: dataOf(way) },
    ...(way.by === 'liff' ? { connect: LIFF_CALLS } : {}),
    body: (
      <main class="lock" id="main">
        <h1>{say.login.title}</h1>
        <p>{agency.name}</p>
        <div id="app" data-you={agency.voice.you} data-particle={agency.voice.particle}>
          <p role="status">{say.preparing}</p>
          <p class="problem late">{say.login.needsScripts}</p>
        </div>
        <p class="quiet">{say.login.about}</p>
        <p>
          <a href={telephone(agency.phone)}>{say.login.help(agency.phone)}</a>
        </p>
      </main>
    ),
  };
}
