import { accountRoutes } from './account/routes.ts';
import { announcementRoutes } from './announcements/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { caseRoutes, numberRoutes } from './cases/routes.ts';
import { commentRoutes } from './comments/routes.ts';
import { documentRoutes } from './documents/routes.ts';
import { healthRoutes } from './health/routes.ts';
import { keyRoutes } from './keys/routes.ts';
import { measureRoutes } from './measures/routes.ts';
import { paperRoutes } from './papers/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { publishRoutes } from './publish/routes.ts';
import { retentionRoutes } from './retention/routes.ts';
import type { StaffRoute } from './route.ts';
import { serviceRoutes } from './services/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import { submissionRoutes } from './submission/routes.ts';
import { targetRoutes } from './targets/routes.ts';
import { tipRoutes } from './tips/routes.ts';

/** Every route of the staff's API that needs a session. */
export const staffRoutes: readonly StaffRoute[] = [
  ...accountRoutes,
  ...caseRoutes,
  ...numberRoutes,
  ...serviceRoutes,
  ...commentRoutes,
  ...settingsRoutes,
  ...peopleRoutes,
  ...targetRoutes,
  ...healthRoutes,
  ...documentRoutes,
  ...retentionRoutes,
  ...publishRoutes,
  ...measureRoutes,
  ...submissionRoutes,
  ...announcementRoutes,
  ...paperRoutes,
  ...keyRoutes,
  ...auditRoutes,
  ...tipRoutes,
];
