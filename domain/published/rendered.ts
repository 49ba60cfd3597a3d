import { z } from 'zod';
import type { Page } from './page.ts';

/** Where the pages stand. `publicUrl` ends without a slash. */
export type Site = { readonly publicUrl: string; readonly liffId?: string };

export const Rendered = z.object({
  status: z.union([z.literal(200), z.literal(404), z.literal(410), z.literal(503)]),
  html: z.string(),
  /** `public`: the same for everybody, kept for a minute by caches. `private`: kept by nobody. */
  caching: z.enum(['public', 'private']),
  /** What the page may do, for its Content-Security-Policy; style hashes as in `sha256-…`. */
  allows: z.object({
    styles: z.array(z.string()),
    /** Whether modules and workers of this server run. */
    scripts: z.boolean(),
    /** Origins, beside this server, that its scripts call. */
    connect: z.array(z.string()),
    /** Whether its scripts play sounds that they hold in memory. */
    media: z.boolean(),
  }),
});
export type Rendered = z.infer<typeof Rendered>;

/** The one function of the page renderer that Vite builds from `liff/server.tsx`. */
export type Render = (page: Page, site: Site) => Rendered;
