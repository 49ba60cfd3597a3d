import { Router } from 'express';
import { HomePage } from '../../domain/published/home.ts';
import type { PrivacyPage } from '../../domain/published/privacy.ts';
import { Sought } from '../../domain/published/sought.ts';
import type { CurrentAgency } from '../agency/load.ts';
import { publicCaching } from './headers.ts';
import type { Pages } from './pages.ts';
import { answer, type Prepared, prepare } from './prepared.ts';
import { questionSearch } from './question-search.ts';
import { openSnapshots } from './snapshots.ts';

export const HOME = 'home';

const none: HomePage['questions'] = [];

/** `/`, the same as JSON under `/api/public`, `/questions`, which are read from the same document, and `/privacy`. */
export function homeRoutes(pages: Pages): Router {
  const router = Router({ caseSensitive: true });
  const { log, agencyId, current } = pages;
  const homeOf = openSnapshots(pages, 'home', HomePage);
  const asJson = new WeakMap<HomePage, Promise<Prepared>>();
  const notices = new WeakMap<CurrentAgency, PrivacyPage>();

  async function home(): Promise<HomePage | undefined> {
    const snapshot = await homeOf(HOME);
    if (snapshot.kind === 'absent')
      log('page_unavailable', { agency: agencyId, page: 'home', reason: 'missing' });
    return snapshot.kind === 'shown' ? snapshot.value : undefined;
  }

  function notice(): PrivacyPage {
    const now = current();
    const page = notices.get(now) ?? {
      page: 'privacy',
      agency: pages.agency(),
      firstAnswerDays: now.agency.firstAnswerDays,
      retention: now.agency.retention,
    };
    notices.set(now, page);
    return page;
  }

  router.get('/', async (request, response) => {
    const page = await home();
    await pages.send(request, response, page ?? { page: 'unavailable', agency: pages.agency() });
  });

  router.get('/api/public', async (request, response) => {
    response.set('access-control-allow-origin', '*').type('json');
    const page = await home();
    if (page === undefined) {
      const error = { code: 'unavailable', message: 'Nothing was published yet, or it cannot be read now.' };
      response.status(503).json({ error });
      return;
    }
    const making = asJson.get(page) ?? prepare(JSON.stringify(page));
    asJson.set(page, making);
    response.set('cache-control', publicCaching).set('cross-origin-resource-policy', 'cross-origin');
    answer(request, response, 200, await making);
  });

  const searched = questionSearch();
  router.get('/questions', async (request, response) => {
    const snapshot = await homeOf(HOME);
    if (snapshot.kind === 'broken') {
      return pages.send(request, response, { page: 'unavailable', agency: pages.agency() });
    }
    const answered = snapshot.kind === 'shown' ? snapshot.value : { agency: pages.agency(), questions: none };
    await pages.send(request, response, searched(answered, Sought.parse(request.query.q)));
  });

  router.get('/privacy', (request, response) => pages.send(request, response, notice()));

  return router;
}
