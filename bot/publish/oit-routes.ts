import { type Request, type Response, Router } from 'express';
import { EvidenceKey } from '../../domain/evidence/keys.ts';
import { newestYear, OIT_INDEX, OitIndex, OitPage, oitPageName } from '../../domain/published/oit.ts';
import { framing } from '../pages/frame.ts';
import { publicCaching } from '../pages/headers.ts';
import type { Pages } from '../pages/pages.ts';
import { weakEtag } from '../pages/prepared.ts';
import { openSnapshots } from '../pages/snapshots.ts';
import { readVersion } from './evidence-plan.ts';
import { csvOf, tableOf, xlsxOf } from './spreadsheet.ts';

type Kind = 'csv' | 'xlsx';

const types: Readonly<Record<Kind, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** `complaint_statistics`, or the name of one of its files. */
function readName(name: unknown): { key: EvidenceKey; file?: Kind } | undefined {
  const [, word, file] = (typeof name === 'string' && /^([a-z_]+)(?:\.(csv|xlsx))?$/.exec(name)) || [];
  const key = EvidenceKey.safeParse(word);
  if (!key.success) return undefined;
  return { key: key.data, ...(file === 'csv' || file === 'xlsx' ? { file } : {}) };
}

const readNumber = (text: unknown, pattern: RegExp): number | undefined =>
  typeof text === 'string' && pattern.test(text) ? Number(text) : undefined;

const fiscalYearIn = (text: unknown) => readNumber(text, /^2[5-6]\d\d$/);
const versionIn = (text: unknown) => readNumber(text, /^[1-9]\d{0,2}$/);

/** `/oit`, `/oit/{key}`, `/oit/{fiscalYear}/{key}` with its files, and `/oit/{fiscalYear}/{key}/{n}`. */
export function oitRoutes(pages: Pages): Router {
  const router = Router({ caseSensitive: true });
  const pageOf = openSnapshots(pages, 'oit', OitPage);
  const indexOf = openSnapshots(pages, 'oit_index', OitIndex);
  const { documents, current } = pages;
  const framed = framing<OitPage>(pages.agency);
  const framedIndex = framing<OitIndex>(pages.agency);

  const notFound = (request: Request, response: Response) =>
    pages.send(request, response, { page: 'not_found', agency: pages.agency() });
  const unavailable = (request: Request, response: Response) =>
    pages.send(request, response, { page: 'unavailable', agency: pages.agency() });

  /** The page with an earlier version in the place of the newest; as it is where that is asked for, or withdrawn. */
  async function withVersion(page: OitPage, n: number | undefined): Promise<OitPage | undefined> {
    if (n === undefined || page.shown === undefined || page.shown.n === n) return page;
    if (!page.approvals.some((approval) => approval.n === n)) return undefined;
    const shown = await readVersion(documents, current(), page, n);
    return shown && { ...page, shown };
  }

  async function sendFile(request: Request, response: Response, page: OitPage, file: Kind): Promise<void> {
    const { shown, fiscalYear, key, title, label, agency } = page;
    const { table: id } = request.query;
    const table = shown && tableOf(shown.content, typeof id === 'string' ? id : undefined);
    if (shown === undefined || table === undefined) return notFound(request, response);
    const about = { agency: agency.name, title, label };
    const name = file === 'csv' ? `oit-${fiscalYear}-${key}-${table.id}` : `oit-${fiscalYear}-${key}`;
    response.set({
      'cache-control': publicCaching,
      etag: weakEtag(JSON.stringify(file === 'csv' ? table : [about, shown])),
      'content-disposition': `attachment; filename="${name}.${file}"`,
    });
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    response.type(types[file]).send(file === 'csv' ? csvOf(table) : await xlsxOf(about, shown));
  }

  router.get('/oit', async (request, response) => {
    const index = await indexOf(OIT_INDEX);
    if (index.kind === 'broken') return unavailable(request, response);
    const empty: OitIndex = { page: 'oit_index', version: 1, agency: pages.agency(), pages: [] };
    await pages.send(request, response, index.kind === 'shown' ? framedIndex(index.value) : empty);
  });

  router.get('/oit/:key', async (request, response) => {
    const name = readName(request.params.key);
    if (name === undefined || name.file !== undefined) return notFound(request, response);
    const index = await indexOf(OIT_INDEX);
    if (index.kind === 'broken') return unavailable(request, response);
    const year = index.kind === 'shown' ? newestYear(index.value, name.key) : undefined;
    if (year === undefined) return notFound(request, response);
    response.set('cache-control', publicCaching);
    response.redirect(302, `/oit/${year}/${name.key}`);
  });

  router.get(['/oit/:year/:name', '/oit/:year/:name/:version'], async (request, response) => {
    const { year, name, version } = request.params;
    const fiscalYear = fiscalYearIn(year);
    const asked = readName(name);
    const isNumbered = version !== undefined;
    const n = versionIn(version ?? request.query.version);
    if (fiscalYear === undefined || asked === undefined) return notFound(request, response);
    if (isNumbered && (n === undefined || asked.file !== undefined)) return notFound(request, response);
    const newest = await pageOf(oitPageName(fiscalYear, asked.key));
    if (newest.kind === 'broken') return unavailable(request, response);
    const page = newest.kind === 'shown' ? await withVersion(framed(newest.value), n) : undefined;
    if (page === undefined) return notFound(request, response);
    if (asked.file !== undefined) return sendFile(request, response, page, asked.file);
    await pages.send(request, response, page);
  });

  return router;
}
