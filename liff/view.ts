import type { ComponentChildren } from 'preact';
import type { PageAgency } from '../domain/published/frame.ts';
import type { Rendered } from '../domain/published/rendered.ts';

/** What a page gives to the layout. */
export interface View {
  agency: PageAgency;
  /** Stands in the tab and the sharing card, before the agency's name. */
  title: string;
  description: string;
  /** The page's one address, from the root; absent for pages that stand at none. */
  path?: string;
  body: ComponentChildren;
  /** Style sheets beside the base one, as `import css from './x.css?inline'` gives them. */
  styles?: readonly string[];
  /** Style sheets of whole pages that this one shows in a frame of its own, which its policy binds too. */
  framed?: readonly (readonly string[])[];
  /** The folder in `liff/` whose `client.ts` runs on this page, with data for it as `data-…` attributes. */
  script?: { folder: string; data?: Readonly<Record<string, string>> };
  /** Origins that the script calls, beside this server. */
  connect?: readonly string[];
  /** `desk`: no header and no footer of the public pages; the body has landmarks of its own. */
  frame?: 'public' | 'desk';
  /** Whether the script plays sounds that it holds in memory. */
  media?: boolean;
  status?: Rendered['status'];
  /** `public` unless said otherwise. A private page is not found by search engines either. */
  caching?: Rendered['caching'];
}
