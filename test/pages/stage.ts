import { createServer } from 'node:http';
import { loadAgency } from '../../bot/agency/loaded.ts';
import { createLog } from '../../bot/log/log.ts';
import { openMetrics } from '../../bot/metrics/metrics.ts';
import { builtAssets } from '../../bot/pages/assets.ts';
import { openPages } from '../../bot/pages/pages.ts';
import { lazyRenderer } from '../../bot/pages/renderer.ts';
import { pagesRouter } from '../../bot/pages/router.ts';
import { pageRoutes } from '../../bot/pages/routes.ts';
import { plain } from '../../bot/publish/plain.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import { countedDocuments } from '../../bot/store/counted-documents.ts';
import type { Documents } from '../../bot/store/documents.ts';
import { createApp } from '../../bot/webhook/app.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { EvidenceKey } from '../../domain/evidence/keys.ts';
import { emptyProfile } from '../../domain/evidence/profile.ts';
import { khoenReport2566 } from '../../domain/ita/data/khoen-2566.ts';
import { correctedText, rawResultOf } from '../../domain/ita/read-report.ts';
import { importedPlan } from '../../domain/measures/import-plan.ts';
import type { HomePage } from '../../domain/published/home.ts';
import { homeMeasures } from '../../domain/published/home-measures.ts';
import { type HomeInputs, homePage } from '../../domain/published/home-page.ts';
import { openSeededStore } from '../support/bot.ts';
import { faultyDocuments } from '../support/store.ts';

/** Five ratings of each kind for a service, as the survey's counters keep them. */
function answersOf(n: number): Record<string, number> {
  const counts: Record<string, number> = { n, channel_line: n };
  for (const { id } of [...khoenSurvey.questions, ...khoenSurvey.more]) {
    counts[`n_${id}`] = n;
    counts[`sum_${id}`] = n * 4;
    counts[`squares_${id}`] = n * 16 + Math.floor(n / 2) * 2;
  }
  return counts;
}

/** The plan of the report as it was published in April: some of its steps taken. */
const cameSoFar = importedPlan(khoenReport2566, khoen('c2FsdHNhbHRzYWx0c2FsdA==')).map((measure, nth) => ({
  ...measure,
  steps: measure.steps.map((step, at) =>
    at < nth % 5 ? { ...step, state: 'done' as const, day: '2024-02-14', by: 'U1', proofs: [] } : step,
  ),
}));

/** A whole page as an agency has it after a year: the report of 2566, cases, tips, answers, all evidence. */
export const wholeInputs: HomeInputs = {
  agency: khoen('c2FsdHNhbHRzYWx0c2FsdA=='),
  profile: {
    ...emptyProfile,
    lineUrl: 'https://line.me/R/ti/p/@khoen',
    questions: [{ question: 'จ่ายภาษีป้ายได้ถึงเมื่อไร', answer: 'ภายในเดือนมีนาคมของทุกปี ที่กองคลัง' }],
  },
  fiscalYear: 2570,
  today: '2027-05-10',
  carried: {},
  checked: {},
  countedSince: '2026-10-01',
  cases: {
    2570: {
      '2026-11_complaint_new': 3,
      '2026-11_complaint_closed': 9,
      '2027-02_complaint_in_progress': 2,
      '2027-02_question_closed': 4,
    },
  },
  tips: { '2570-1': { all: 2, done: 1 } },
  survey: khoenSurvey,
  progress: homeMeasures(2567, cameSoFar, '2024-04-02', (text) => correctedText(khoenReport2566, text)),
  answers: { 'street-lights': answersOf(24), 'water-supply': answersOf(8), 'land-tax': answersOf(41) },
  results: [
    {
      raw: rawResultOf(khoenReport2566),
      judgements: khoenReport2566.judgements,
      report: khoenReport2566,
      approvedOn: '2026-11-20',
      approvedBy: 'นางสาวสมมติ ทดสอบ ปลัด',
    },
  ],
  heads: EvidenceKey.options.map((key) => ({
    version: 1,
    fiscalYear: key === 'measures' || key === 'measures_report' ? 2567 : 2570,
    key,
    approvals: [{ n: 1, approvedOn: '2026-11-20', approvedBy: 'นางสาวสมมติ ทดสอบ ปลัด' }],
  })),
};

export interface PagesStage {
  url: string;
  documents: Documents;
  /** Log lines so far. */
  lines: string[];
  /** What the pages have asked of the store. */
  counts: ReturnType<typeof countedDocuments>['counts'];
  /** Goes on by itself; what is added is added to it. */
  later(milliseconds: number): void;
  publish(page: HomePage): Promise<void>;
  /** From now on the pages' store does not answer, or does again. */
  cutStore(isCut: boolean): void;
  close(): Promise<void>;
}

/** The pages of a seeded agency on a port of their own; nothing is published yet. */
export async function openStage(publicUrl = 'https://khoen.example', liffId?: string): Promise<PagesStage> {
  const { documents, close } = await openSeededStore();
  const loaded = await loadAgency(documents, 'khoen', () => undefined);
  if (loaded === undefined) throw new Error('no agency was seeded');
  const lines: string[] = [];
  let ahead = 0;
  let isCut = false;
  const log = createLog({ write: (line: string) => void lines.push(line) });
  const paths = pathsOf('khoen');
  const counted = countedDocuments(documents);
  const pages = openPages({
    agencyId: 'khoen',
    documents: faultyDocuments(counted, () => (isCut ? 'before' : undefined)),
    paths,
    clock: () => Date.now() + ahead,
    log,
    current: loaded.current,
    renderer: lazyRenderer(),
    site: { publicUrl, ...(liffId === undefined ? {} : { liffId }) },
  });
  const served = { publicUrl, router: pagesRouter(pages, pageRoutes, builtAssets()) };
  const app = createApp({
    byId: async () => undefined,
    byHost: async () => served,
    publicUrl,
    ready: async () => true,
    metrics: openMetrics(Math.random),
    log,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    documents,
    lines,
    counts: counted.counts,
    later: (milliseconds) => {
      ahead += milliseconds;
    },
    cutStore: (cut) => {
      isCut = cut;
    },
    publish: async (page) => {
      await documents.commit([{ op: 'set', path: paths.published('home'), data: plain(page) }]);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await close();
    },
  };
}

export const wholePage: HomePage = homePage(wholeInputs);
