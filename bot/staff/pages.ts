import { Router } from 'express';
import type { SignInWay } from '../../domain/published/staff.ts';
import type { PageRoutes } from '../pages/router.ts';

/** `/staff` and `/staff/sign-in`: nothing on them depends on who asks. */
export const staffPages =
  (way: SignInWay): PageRoutes =>
  (pages) => {
    const router = Router({ caseSensitive: true });
    router.get('/staff', (request, response) =>
      pages.send(request, response, { page: 'staff', agency: pages.agency() }),
    );
    router.get('/staff/sign-in', (request, response) =>
      pages.send(request, response, { page: 'sign_in', agency: pages.agency(), way }),
    );
    return router;
  };
