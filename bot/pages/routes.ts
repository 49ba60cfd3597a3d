import { oitRoutes } from '../publish/oit-routes.ts';
import { proofPhotos } from '../publish/proof-photos.ts';
import { districtRoutes } from './district-routes.ts';
import { homeRoutes } from './home-routes.ts';
import type { PageRoutes } from './router.ts';

/** The routes of every page, first come first served. */
export const pageRoutes: readonly PageRoutes[] = [homeRoutes, proofPhotos, oitRoutes, districtRoutes];
