import { z } from 'zod';
import { AnnouncementPage, AnnouncementPosterPage, AnnouncementsPage } from './announcements.ts';
import { DistrictPage } from './district.ts';
import { HomePage } from './home.ts';
import { NotFoundPage, UnavailablePage } from './notices.ts';
import { OitIndex, OitPage } from './oit.ts';
import { PaperPage, PapersPage } from './papers.ts';
import { PrivacyPage } from './privacy.ts';
import { QuestionsPage } from './questions.ts';
import { RateListPage, RatePage, RatePosterPage } from './rate.ts';
import { SignInPage, StaffPage } from './staff.ts';
import { TipPage } from './tip.ts';
import { TrackPage } from './track.ts';

/** Everything that can be rendered, by what page it is. */
export const Page = z.discriminatedUnion('page', [
  HomePage,
  PrivacyPage,
  NotFoundPage,
  UnavailablePage,
  OitPage,
  OitIndex,
  AnnouncementsPage,
  AnnouncementPage,
  AnnouncementPosterPage,
  PapersPage,
  PaperPage,
  QuestionsPage,
  DistrictPage,
  TipPage,
  TrackPage,
  RatePage,
  RatePosterPage,
  RateListPage,
  StaffPage,
  SignInPage,
]);
export type Page = z.infer<typeof Page>;

export const PageKind = z.enum(Page.options.map((option) => option.shape.page.value));
export type PageKind = z.infer<typeof PageKind>;
