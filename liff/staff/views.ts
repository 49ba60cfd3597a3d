import type { ComponentType } from 'preact';
import { Role } from '../../domain/agency/staff.ts';
import type { ConsoleWords } from '../../domain/catalogue/console.ts';
import type { Me } from '../../domain/staff/me.ts';
import { hasRole } from './console.ts';
import type { IconName } from './icon.tsx';

/** What a view is given: `#/case/abc?tab=notes` has the parameter `abc`. */
export interface ViewProps {
  params: readonly string[];
  query: URLSearchParams;
}

/** A view of the console, by the first part of its address. Its script is loaded when it is first opened. */
export interface ConsoleView {
  at: string;
  /** Any one of these is enough. */
  roles: readonly Role[];
  /** Its name in the navigation; views without one are reached from others. */
  nav?: { label: keyof ConsoleWords['views']; icon: IconName };
  load(): Promise<ComponentType<ViewProps>>;
}

/** Every view, in the order of the navigation. */
export const views: readonly ConsoleView[] = [
  {
    at: 'inbox',
    roles: ['officer', 'admin', 'executive'],
    nav: { label: 'inbox', icon: 'inbox' },
    load: async () => (await import('./cases/list/inbox.tsx')).Inbox,
  },
  {
    at: 'case',
    roles: ['officer', 'admin', 'executive'],
    load: async () => (await import('./cases/case.tsx')).CaseView,
  },
  {
    at: 'enter',
    roles: ['officer', 'admin'],
    nav: { label: 'enter', icon: 'pen' },
    load: async () => (await import('./cases/entry/enter.tsx')).Enter,
  },
  {
    at: 'numbers',
    roles: ['executive', 'admin'],
    nav: { label: 'numbers', icon: 'chart' },
    load: async () => (await import('./numbers/numbers.tsx')).NumbersView,
  },
  {
    at: 'months',
    roles: ['officer', 'admin', 'executive'],
    load: async () => (await import('./numbers/months-view.tsx')).MonthsView,
  },
  {
    at: 'comments',
    roles: ['officer', 'admin', 'executive'],
    load: async () => (await import('./comments/comments.tsx')).Comments,
  },
  {
    at: 'seal',
    roles: ['officer', 'admin'],
    load: async () => (await import('./tips/seal-case.tsx')).SealCase,
  },
  {
    at: 'tips',
    roles: ['integrity'],
    nav: { label: 'tips', icon: 'lock' },
    load: async () => (await import('./tips/tips.tsx')).Tips,
  },
  {
    at: 'tip',
    roles: ['integrity'],
    load: async () => (await import('./tips/tip.tsx')).TipView,
  },
  {
    at: 'enter-tip',
    roles: ['integrity'],
    load: async () => (await import('./tips/enter-tip.tsx')).EnterTip,
  },
  {
    at: 'publish',
    roles: ['officer', 'admin', 'executive'],
    nav: { label: 'publish', icon: 'horn' },
    load: async () => (await import('./publish/publish.tsx')).Publish,
  },
  {
    at: 'measures',
    roles: ['officer', 'admin', 'executive'],
    nav: { label: 'measures', icon: 'check' },
    load: async () => (await import('./measures/measures.tsx')).Measures,
  },
  {
    at: 'services',
    roles: ['officer', 'admin', 'executive'],
    nav: { label: 'services', icon: 'chart' },
    load: async () => (await import('./services/services.tsx')).Services,
  },
  {
    at: 'submission',
    roles: ['officer', 'admin', 'executive'],
    nav: { label: 'submission', icon: 'list' },
    load: async () => (await import('./submission/submission.tsx')).Submission,
  },
  {
    at: 'announcements',
    roles: ['officer', 'admin', 'executive'],
    nav: { label: 'announcements', icon: 'horn' },
    load: async () => (await import('./announcements/announcements.tsx')).Announcements,
  },
  {
    at: 'papers',
    roles: ['officer', 'admin', 'executive'],
    nav: { label: 'papers', icon: 'paper' },
    load: async () => (await import('./papers/papers.tsx')).Papers,
  },
  {
    at: 'documents',
    roles: ['officer', 'admin', 'executive'],
    nav: { label: 'documents', icon: 'print' },
    load: async () => (await import('./documents/documents.tsx')).Documents,
  },
  {
    at: 'memo',
    roles: ['officer', 'admin', 'executive'],
    load: async () => (await import('./documents/memo.tsx')).Memo,
  },
  {
    at: 'people',
    roles: ['admin'],
    nav: { label: 'people', icon: 'people' },
    load: async () => (await import('./people/people.tsx')).People,
  },
  {
    at: 'settings',
    roles: ['admin'],
    nav: { label: 'settings', icon: 'settings' },
    load: async () => (await import('./settings/settings.tsx')).Settings,
  },
  {
    at: 'keys',
    roles: ['integrity', 'admin'],
    nav: { label: 'keys', icon: 'key' },
    load: async () => (await import('./keys/keys.tsx')).Keys,
  },
  {
    at: 'health',
    roles: ['admin'],
    nav: { label: 'health', icon: 'pulse' },
    load: async () => (await import('./health/health.tsx')).Health,
  },
  {
    at: 'audit',
    roles: ['admin', 'integrity'],
    nav: { label: 'audit', icon: 'list' },
    load: async () => (await import('./audit/audit.tsx')).Audit,
  },
  {
    at: 'menu',
    roles: Role.options,
    nav: { label: 'menu', icon: 'menu' },
    load: async () => (await import('./menu/menu.tsx')).Menu,
  },
];

export const viewsOf = (me: Me): readonly ConsoleView[] => views.filter(({ roles }) => hasRole(me, ...roles));

/** The view that somebody begins with. */
export const firstView = (me: Me): string => viewsOf(me).find(({ nav }) => nav !== undefined)?.at ?? 'menu';
