/** What is looked at: every page and list, at every number of cases the same. */
import {
  demoAdminId,
  demoExecutiveId,
  demoIntegrityOfficerId,
  demoOfficerId,
} from '../../../domain/agency/khoen-staff.ts';
import { caseRooms } from '../../staff/cases/case-rooms.ts';

/** Addresses that residents open. */
export const residentsRooms = [
  '/',
  '/api/public',
  '/oit',
  '/announcements',
  '/papers',
  '/papers?q=%E0%B8%82%E0%B8%A2%E0%B8%B0',
  '/privacy',
  '/tip',
  '/track',
  '/rate',
  '/rate/land-tax',
  '/rate/land-tax/qr',
];

const PERIOD = 'year=2570&preset=whole-year';

/** Whose look, and at which part of the staff's API: all that answer with a list, a page or a number. */
export const staffRooms: readonly (readonly [who: string, room: string])[] = [
  ...[
    '/me',
    ...caseRooms,
    '/service-counts?year=2570',
    '/survey-comments?year=2570',
    `/register?${PERIOD}&digits=arabic`,
    ...['complaint_statistics', 'satisfaction_survey', 'participation', 'service_statistics'].map(
      (key) => `/documents/${key}?${PERIOD}&digits=thai`,
    ),
    '/publish',
    '/submission/2570',
    '/proposals',
    '/measures',
    '/announcements',
    '/papers',
  ].map((room) => [demoOfficerId, room] as const),
  [demoExecutiveId, '/numbers?from=2026-10&to=2026-11'],
  ...[
    '/settings/agency',
    '/people',
    '/targets',
    '/health',
    '/retention',
    '/keys',
    '/audit',
    '/audit/head',
  ].map((room) => [demoAdminId, room] as const),
  [demoIntegrityOfficerId, '/tips'],
];
