import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { Paper, PaperId, PaperKind, type PaperSource, shownIssue } from '../../domain/papers/paper.ts';
import type { PaperEntry, PapersRegister } from '../../domain/papers/register.ts';
import { ON_PAGE, type PapersPage } from '../../domain/published/papers.ts';
import { Sought as SoughtWords } from '../../domain/published/sought.ts';
import { publicCaching } from '../pages/headers.ts';
import type { Pages } from '../pages/pages.ts';
import type { PageRoutes } from '../pages/router.ts';
import type { Ground } from '../records/ground.ts';
import { isThere } from '../store/is-there.ts';
import { sendPdf } from './send-pdf.ts';

const ABSENT = undefined;
/** What somebody looks for; whatever is not of its shape is left out, as an empty field of the form is. */
const Sought = z.object({
  q: SoughtWords,
  kind: PaperKind.optional().catch(ABSENT),
  year: z.coerce.number().int().min(2500).max(2700).optional().catch(ABSENT),
  p: z.coerce.number().int().min(1).max(99).catch(1),
});
type Sought = z.infer<typeof Sought>;

/** Pages of searches that are held while the register is the same: rendering and packing one costs more than reading. */
const MOST_HELD = 100;

function listPages(ground: Pick<Ground, 'papers'>, pages: Pages): (sought: Sought) => Promise<PapersPage> {
  let of: PapersRegister | undefined;
  const held = new Map<string, PapersPage>();

  async function make(register: PapersRegister, { q, kind, year, p }: Sought): Promise<PapersPage> {
    const found: readonly PaperEntry[] = q === '' ? register.papers : await ground.papers.search(q);
    const fitting = found.filter(
      (paper) =>
        (kind === undefined || paper.kind === kind) && (year === undefined || paper.fiscalYear === year),
    );
    const many = Math.max(1, Math.ceil(fitting.length / ON_PAGE));
    const at = Math.min(p, many);
    return {
      page: 'papers',
      agency: pages.agency(),
      sought: { words: q, ...(kind === undefined ? {} : { kind }), ...(year === undefined ? {} : { year }) },
      kinds: PaperKind.options.filter((one) => register.papers.some((paper) => paper.kind === one)),
      years: [...new Set(register.papers.map(({ fiscalYear }) => fiscalYear))].toSorted((a, b) => b - a),
      papers: fitting.slice((at - 1) * ON_PAGE, at * ON_PAGE),
      all: fitting.length,
      at,
      pages: many,
    };
  }

  return async (sought) => {
    const register = await ground.papers.register();
    if (register !== of) held.clear();
    of = register;
    const key = JSON.stringify([sought, pages.agency()]);
    const page = held.get(key) ?? (await make(register, sought));
    held.delete(key);
    held.set(key, page);
    const [oldest] = held.keys();
    if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
    return page;
  };
}

/** A paper that was ever approved. @throws StoreUnavailable */
async function readPublic(
  { documents, paths }: Ground,
  id: unknown,
  now: number,
): Promise<Paper | undefined> {
  const known = PaperId.safeParse(id);
  if (!known.success) return undefined;
  const found = await documents.read(paths.paper(known.data));
  const paper = isThere(found, now) ? Paper.safeParse(found.data).data : undefined;
  return paper === undefined || paper.issues.length === 0 ? undefined : paper;
}

/** `/papers`, `/papers/{id}`, and `/papers/{id}/{n}.pdf`: the file of a version, while the paper is public. */
export const paperPages =
  (ground: Ground): PageRoutes =>
  (pages) => {
    const router = Router({ caseSensitive: true });
    const pageOf = listPages(ground, pages);
    const missing = (request: Request, response: Response) =>
      pages.send(request, response, { page: 'not_found', agency: pages.agency() });

    router.get('/papers', async (request, response) => {
      await pages.send(request, response, await pageOf(Sought.parse(request.query)));
    });

    router.get('/papers/:id', async (request, response) => {
      const { id } = request.params;
      const paper = await readPublic(ground, id, pages.clock());
      if (paper === undefined) return missing(request, response);
      const unit = pages.current().agency.units.find((one) => one.id === paper.issues.at(-1)?.unit)?.label;
      await pages.send(request, response, {
        page: 'paper',
        agency: pages.agency(),
        id,
        issues: paper.issues,
        ...(unit === undefined ? {} : { unit }),
        ...(paper.withdrawn === undefined ? {} : { withdrawn: paper.withdrawn }),
      });
    });

    router.get('/papers/:id/:file', async (request, response) => {
      const { id, file } = request.params;
      const n = Number(/^([1-9]\d?)\.pdf$/.exec(file)?.[1]);
      const paper = await readPublic(ground, id, pages.clock());
      const issue = paper && shownIssue(paper) && paper.issues.find((one) => one.n === n);
      const source: PaperSource | undefined = issue?.source;
      if (issue === undefined || source?.type !== 'file') return missing(request, response);
      response.set('cache-control', publicCaching);
      await sendPdf(ground, { file: source, title: issue.title }, request, response);
    });
    return router;
  };
