import type { Request, Response } from 'express';
import type { PageAgency } from '../../domain/published/frame.ts';
import type { Page } from '../../domain/published/page.ts';
import type { Render, Rendered, Site } from '../../domain/published/rendered.ts';
import type { CurrentAgency } from '../agency/load.ts';
import { frameOf } from './frame.ts';
import { pageHeaders } from './headers.ts';
import { answer, type Prepared, prepare } from './prepared.ts';
import type { SnapshotParts } from './snapshots.ts';

/** What answering with a page depends on. */
export interface PagesParts extends SnapshotParts {
  site: Site;
  renderer(): Promise<Render>;
  current(): CurrentAgency;
}

/** What the routes of every page share. */
export interface Pages extends PagesParts {
  /** Renders a page and answers with it. The same page object is rendered and compressed only once. */
  send(request: Request, response: Response, page: Page): Promise<void>;
  /** What every page says of the agency, as it is now. */
  agency(): PageAgency;
}

interface Ready {
  rendered: Rendered;
  prepared: Prepared;
}

export function openPages(parts: PagesParts): Pages {
  const { site, renderer, current } = parts;
  const made = new WeakMap<Page, Promise<Ready>>();

  async function make(page: Page): Promise<Ready> {
    const render = await renderer();
    const rendered = render(page, site);
    return { rendered, prepared: await prepare(rendered.html) };
  }

  return {
    ...parts,
    agency: () => frameOf(current()),
    async send(request, response, page) {
      const making = made.get(page) ?? make(page);
      made.set(page, making);
      const { rendered, prepared } = await making;
      response.set(pageHeaders(rendered)).type('html');
      answer(request, response, rendered.status, prepared);
    },
  };
}
