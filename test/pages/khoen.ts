import { readAgency } from '../../bot/agency/load.ts';
import { seedAgency } from '../../bot/agency/seed.ts';
import { rebuildDistricts } from '../../bot/publish/district.ts';
import { plain } from '../../bot/publish/plain.ts';
import type { PublishGround } from '../../bot/publish/rebuild.ts';
import { runJob } from '../../bot/publish/run-job.ts';
import { seedPublished } from '../../bot/publish/seed-published.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import type { Write } from '../../bot/store/documents.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { newAgency } from '../../domain/agency/new-agency.ts';
import { khoenReport2566 } from '../../domain/ita/data/khoen-2566.ts';
import { standInLogin } from '../../scripts/try-out.ts';
import { someAnnouncements } from '../announcements/shelf.ts';
import { type Product, startProduct, TUESDAY_AFTERNOON } from '../browser/product.ts';
import { somePapers } from '../papers/shelf.ts';
import { wholeInputs } from './stage.ts';

/** The year that runs while the tests do; evidence covers the one before, measures are of the report's plan. */
export const YEAR = 2570;
/** Where the agency's LINE account is opened, as its admin entered it. */
export const LINE_URL = 'https://line.me/R/ti/p/@khoen';
const profile = { ...wholeInputs.profile, website: 'https://khoen.go.th', lineUrl: LINE_URL };
const APPROVER = 'นางสาวสมมติ ทดสอบ ปลัด';
const PUBLIC_URL = 'https://khoen.example';
const SEEN_FOR_MILLISECONDS = 5000;

const statistics = { fiscalYear: YEAR, key: 'complaint_statistics', by: APPROVER } as const;
const withdrawn = { fiscalYear: YEAR - 1, key: 'e_service', by: APPROVER } as const;

type Counts = Readonly<Record<string, number>>;

/** A service's answers of both years, each in one month. */
const surveyCounts = (service: string, n: Counts): [string, Counts][] =>
  [
    [YEAR, '2026-11'],
    [YEAR - 1, '2025-11'],
  ].map(([year, month]) => [
    `survey-${year}-${service}`,
    {
      ...n,
      ...Object.fromEntries(Object.entries(n).map(([name, count]) => [`month_${month}_${name}`, count])),
    },
  ]);

/** Counts of two years, so that every table has rows. */
function counts(): Write[] {
  const paths = pathsOf('khoen');
  const { cases, tips, answers } = wholeInputs;
  const lastYear = Object.fromEntries(
    Object.entries(cases[YEAR] ?? {}).map(([name, n]) => [name.replace(/^\d{4}/, '2025'), n]),
  );
  const tallies: [string, Readonly<Record<string, number | string>>][] = [
    ['since', { day: '2024-10-01' }],
    [`cases-${YEAR}`, cases[YEAR] ?? {}],
    [`cases-${YEAR - 1}`, { ...lastYear, '2026-03_complaint_closed': 5, '2026-03_complaint_via-phone': 5 }],
    [`tips-${YEAR - 1}-1`, tips['2570-1'] ?? {}],
    ...Object.entries(answers).flatMap(([service, n]) => surveyCounts(service, n)),
  ];
  return tallies.map(([key, data]) => ({ op: 'set', path: paths.tally(key), data: plain(data) }));
}

/** Two agencies of the same อำเภอ, one of which has published a result. */
async function addNeighbours({ documents, publicUrl, now }: PublishGround): Promise<void> {
  const names = { nongkhok: 'องค์การบริหารส่วนตำบลหนองคอก', kaeng: 'เทศบาลตำบลแก้ง' };
  for (const [id, name] of Object.entries(names)) {
    const agency = newAgency(
      {
        ...{ id, name, shortName: name, district: 'อำเภอน้ำเกลี้ยง', province: 'จังหวัดศรีสะเกษ' },
        ...{ phone: '045-111-111', villages: 9, publicUrl: `https://${id}.example` },
      },
      'c2FsdHNhbHRzYWx0c2FsdA==',
    );
    await seedAgency(documents, { agency, survey: khoenSurvey, demo: [] });
  }
  const current = await readAgency(documents, 'kaeng');
  if (current === undefined) throw new Error('the neighbour was not seeded');
  await seedPublished({ documents, current, publicUrl: 'https://kaeng.example', now }, khoenReport2566);
  await rebuildDistricts(documents, { agencyId: 'khoen', publicUrl });
}

/** What officers entered of services in the year that the pages tell of; four months nobody entered, one in part. */
function serviceMonths(): Write[] {
  const months = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-06'];
  return months.map((month, at) => ({
    op: 'set',
    path: pathsOf('khoen').serviceMonth(month),
    data: {
      version: 1,
      services: Object.fromEntries(
        wholeInputs.agency.services.slice(at === 2 ? 3 : 0).map(({ id }, nth) => [
          id,
          {
            now: { walkIn: 12 + at * 3 + nth * 7, online: nth * at, by: 'U1', day: '2026-10-02' },
            former: [],
          },
        ]),
      ),
    },
  }));
}

async function publishAll({ documents }: Product): Promise<void> {
  const current = await readAgency(documents, 'khoen');
  if (current === undefined) throw new Error('no agency was seeded');
  const ground = { documents, current, publicUrl: PUBLIC_URL, now: TUESDAY_AFTERNOON };
  await documents.commit([...counts(), ...serviceMonths(), ...somePapers(), ...someAnnouncements()]);
  await runJob(ground, {
    do: 'profile',
    profile,
  });
  await seedPublished(ground, khoenReport2566);
  await runJob(ground, { do: 'approve evidence', ...statistics, preset: 'first-half' });
  await runJob(ground, { do: 'approve evidence', ...statistics, preset: 'previous-year' });
  await runJob(ground, { do: 'approve evidence', ...withdrawn, preset: 'previous-year' });
  await addNeighbours(ground);
  await runJob(ground, { do: 'withdraw evidence', ...withdrawn, because: 'ลิงก์เปลี่ยนไปแล้ว' });
}

/** Waits until the program's own first rebuild is over, so that it does not come after what is published here. */
async function firstRebuild({ documents }: Product): Promise<void> {
  const until = performance.now() + SEEN_FOR_MILLISECONDS;
  while ((await documents.read(pathsOf('khoen').published('home'))) === undefined) {
    if (performance.now() > until) throw new Error('the pages were never built');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export interface Khoen {
  url: string;
  product: Product;
  close(): Promise<void>;
}

/** The whole product with the report of อบต.เขิน imported, approved and published, and every page of evidence. */
export async function openKhoen(): Promise<Khoen> {
  const product = await startProduct(TUESDAY_AFTERNOON, standInLogin, {}, (documents) =>
    documents.commit([{ op: 'set', path: pathsOf('khoen').evidenceProfile, data: plain(profile) }]),
  );
  await firstRebuild(product);
  await publishAll(product);
  const { origin } = new URL(product.simulator.platform.channel.webhook.endpoint ?? '');
  return { url: origin, product, close: () => product.close() };
}
