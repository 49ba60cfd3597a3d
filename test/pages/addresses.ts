import { EvidenceKey } from '../../domain/evidence/keys.ts';
import { longAnnouncement, shownAnnouncement, withdrawnAnnouncement } from '../announcements/shelf.ts';
import { shownPaper, withdrawnPaper } from '../papers/shelf.ts';
import { YEAR } from './khoen.ts';

/** The pages of evidence of อบต.เขิน, by name. */
export const evidencePages: readonly (readonly [name: string, path: string])[] = EvidenceKey.options.map(
  (key) => [`oit-${key}`, `/oit/${key.startsWith('measures') ? YEAR - 3 : YEAR}/${key}`],
);

/** Every page that residents can open, in every state that an address leads to. */
export const allPages: readonly (readonly [name: string, path: string])[] = [
  ['home', '/'],
  ...evidencePages,
  ['oit-index', '/oit'],
  ['oit-earlier', `/oit/${YEAR}/complaint_statistics/1`],
  ['oit-withdrawn', `/oit/${YEAR - 1}/e_service`],
  ['announcements', '/announcements'],
  ['announcement', `/announcements/${shownAnnouncement}`],
  ['announcement-withdrawn', `/announcements/${withdrawnAnnouncement}`],
  ['announcement-poster', `/announcements/${shownAnnouncement}/poster`],
  ['announcement-poster-long', `/announcements/${longAnnouncement}/poster`],
  ['questions', '/questions'],
  ['questions-found', `/questions?q=${encodeURIComponent('ภาษี')}`],
  ['questions-nothing', `/questions?q=${encodeURIComponent('ยานอวกาศ')}`],
  ['papers', '/papers'],
  ['papers-found', `/papers?q=${encodeURIComponent('ขยะ')}`],
  ['papers-nothing', `/papers?q=${encodeURIComponent('ยานอวกาศ')}&kind=plan`],
  ['paper', `/papers/${shownPaper}`],
  ['paper-withdrawn', `/papers/${withdrawnPaper}`],
  ['district', '/district'],
  ['privacy', '/privacy'],
  ['tip', '/tip'],
  ['track', '/track'],
  ['rate-list', '/rate'],
  ['rate', '/rate/land-tax'],
  ['rate-tablet', '/rate/land-tax?channel=tablet'],
  ['rate-done', '/rate/land-tax?done=1'],
  ['rate-poster', '/rate/land-tax/qr'],
  ['not-found', '/nowhere'],
];
