import type { Page } from '../domain/published/page.ts';
import type { Rendered, Site } from '../domain/published/rendered.ts';
import { announcement, announcements } from './announcements/page.tsx';
import { announcementPoster } from './announcements/poster.tsx';
import { district } from './district/page.tsx';
import { home } from './home/page.tsx';
import { renderView } from './layout.tsx';
import { notFound, unavailable } from './notices/page.tsx';
import { oit, oitIndex } from './oit/page.tsx';
import { paper, papers } from './papers/page.tsx';
import { privacy } from './privacy/page.tsx';
import { questions } from './questions/page.tsx';
import { rate, rateList } from './rate/page.tsx';
import { ratePoster } from './rate/poster.tsx';
import { signIn } from './sign-in/page.tsx';
import { staff } from './staff/page.tsx';
import { tip } from './tip/page.tsx';
import { track } from './track/page.tsx';
import type { View } from './view.ts';

function viewOf(page: Page, site: Site): View {
  switch (page.page) {
    case 'home':
      return home(page, site);
    case 'privacy':
      return privacy(page);
    case 'not_found':
      return notFound(page);
    case 'unavailable':
      return unavailable(page);
    case 'oit':
      return oit(page);
    case 'oit_index':
      return oitIndex(page);
    case 'announcements':
      return announcements(page);
    case 'announcement':
      return announcement(page);
    case 'announcement_poster':
      return announcementPoster(page, site);
    case 'papers':
      return papers(page);
    case 'paper':
      return paper(page);
    case 'questions':
      return questions(page);
    case 'district':
      return district(page);
    case 'tip':
      return tip(page);
    case 'track':
      return track(page);
    case 'rate':
      return rate(page);
    case 'rate_poster':
      return ratePoster(page, site);
    case 'rate_list':
      return rateList(page);
    case 'staff':
      return staff(page);
    case 'sign_in':
      return signIn(page);
  }
}

/** Renders any page. Pure: the same page and site give the same octets. */
export const render = (page: Page, site: Site): Rendered => renderView(viewOf(page, site), site);
