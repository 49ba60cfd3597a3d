import { consoleWords } from '../../domain/catalogue/console.ts';
import { spoken } from '../../domain/catalogue/voice.ts';
import type { StaffPage } from '../../domain/published/staff.ts';
import homeCss from '../home/home.css?inline';
import oitCss from '../oit/oit.css?inline';
import paperCss from '../oit/paper.css?inline';
import questionsCss from '../questions/questions.css?inline';
import searchCss from '../styles/search.css?inline';
import { telephone } from '../telephone.ts';
import type { View } from '../view.ts';
import announcementsCss from './announcements/announcements.css?inline';
import auditCss from './audit/audit.css?inline';
import caseCss from './cases/case.css?inline';
import entryCss from './cases/entry/entry.css?inline';
import actsCss from './cases/forms/acts.css?inline';
import listCss from './cases/list/list.css?inline';
import photosCss from './cases/photos.css?inline';
import documentsCss from './documents/documents.css?inline';
import healthCss from './health/health.css?inline';
import measuresCss from './measures/measures.css?inline';
import numbersCss from './numbers/numbers.css?inline';
import papersCss from './papers/papers.css?inline';
import peopleCss from './people/people.css?inline';
import publishCss from './publish/publish.css?inline';
import servicesCss from './services/services.css?inline';
import settingsCss from './settings/settings.css?inline';
import css from './staff.css?inline';
import submissionCss from './submission/submission.css?inline';
import tipsCss from './tips/tips.css?inline';

/** The console as it stands before its script comes, and where none ever does. */
export function staff({ agency }: StaffPage): View {
  const say = consoleWords(spoken(agency.voice));
  return {
    agency,
    title: say.title,
    description: say.description,
    path: '/staff',
    caching: 'private',
    frame: 'desk',
    media: true,
    framed: [[homeCss], [paperCss, oitCss], [searchCss, questionsCss]],
    styles: [
      css,
      listCss,
      caseCss,
      photosCss,
      actsCss,
      entryCss,
      measuresCss,
      numbersCss,
      servicesCss,
      settingsCss,
      peopleCss,
      healthCss,
      publishCss,
      submissionCss,
      announcementsCss,
      papersCss,
      auditCss,
      tipsCss,
      paperCss,
      documentsCss,
    ],
    script: { folder: 'staff' },
    body: (
      <div id="app" data-you={agency.voice.you} data-particle={agency.voice.particle}>
        <main class="lock" id="main">
          <h1>{say.title}</h1>
          <p>{agency.name}</p>
          <p role="status">{say.preparing}</p>
          <p class="problem late">{say.needsScripts}</p>
          <p class="ways">
            <a href="/staff/sign-in">{say.signIn}</a>
            <a href={telephone(agency.phone)}>{say.call(agency.phone)}</a>
          </p>
        </main>
      </div>
    ),
  };
}
