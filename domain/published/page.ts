import { z } from 'zod';
import { NotFoundPage, UnavailablePage } from './notices.ts';
import { OitIndex, OitPage } from './oit.ts';

/** Everything that can be rendered, by what page it is. */
export const Page = z.discriminatedUnion('page', [NotFoundPage, UnavailablePage, OitPage, OitIndex]);
export type Page = z.infer<typeof Page>;

export const PageKind = z.enum(Page.options.map((option) => option.shape.page.value));
export type PageKind = z.infer<typeof PageKind>;
