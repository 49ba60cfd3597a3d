import { dayOf } from '../../../domain/calendar/day.ts';
import { homePage } from '../../../domain/published/home-page.ts';
import { oitPage } from '../../../domain/published/oit.ts';
import type { Page } from '../../../domain/published/page.ts';
import { frameOf } from '../../pages/frame.ts';
import { nextVersion, readHead } from '../../publish/evidence-plan.ts';
import { gatherHome } from '../../publish/rebuild.ts';
import type { StaffParts } from '../parts.ts';
import { publishGround } from './matter.ts';
import type { Matter } from './records.ts';

/** The page as the public would see it, if this were approved today by `approvedBy`. @throws StoreUnavailable */
async function pageOf(parts: StaffParts, matter: Matter, approvedBy: string): Promise<Page> {
  const at = publishGround(parts);
  const day = dayOf(at.now);
  if (matter.kind === 'evidence') {
    const before = await readHead(at.documents, at.current, matter);
    const { head, version } = nextVersion(before?.head, { ...matter, approvedBy, day });
    return oitPage(frameOf(at.current), head, version);
  }
  if (matter.kind === 'questions') {
    const { questions } = matter;
    const agency = frameOf(at.current);
    return { page: 'questions', agency, sought: '', questions, all: questions.length };
  }
  const inputs = await gatherHome(at);
  switch (matter.kind) {
    case 'result': {
      const approved = { ...matter.result, approvedOn: day, approvedBy };
      const others = inputs.results.filter(({ raw }) => raw.fiscalYear !== matter.fiscalYear);
      const results = [approved, ...others].toSorted((a, b) => b.raw.fiscalYear - a.raw.fiscalYear);
      const withdrawn = inputs.withdrawn?.filter(({ fiscalYear }) => fiscalYear !== matter.fiscalYear);
      return homePage({ ...inputs, results, ...(withdrawn === undefined ? {} : { withdrawn }) });
    }
    case 'measures':
      return homePage({ ...inputs, progress: { fiscalYear: matter.fiscalYear, list: matter.list } });
  }
}

/** That page as a whole document, rendered as every public page is. @throws StoreUnavailable */
export async function previewOf(parts: StaffParts, matter: Matter, approvedBy: string): Promise<Uint8Array> {
  const { html } = await parts.render(await pageOf(parts, matter, approvedBy));
  return new Uint8Array(Buffer.from(html));
}
