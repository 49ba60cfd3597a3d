import { thaiDate } from '../../domain/calendar/thai-date.ts';
import type { EvidenceVersion, Withdrawal } from '../../domain/evidence/evidence.ts';
import type { OitIndex, OitPage } from '../../domain/published/oit.ts';
import type { View } from '../view.ts';
import { BlockView, type Files } from './blocks.tsx';
import css from './oit.css?inline';

const addressOf = ({ fiscalYear, key }: Pick<OitPage, 'fiscalYear' | 'key'>): string =>
  `/oit/${fiscalYear}/${key}`;

const isNewest = ({ shown, approvals }: OitPage): boolean => shown?.n === approvals[0]?.n;

function filesOf(page: OitPage): Files {
  const address = addressOf(page);
  const version = isNewest(page) ? '' : `version=${page.shown?.n}`;
  return {
    csv: (table) => `${address}.csv?${version === '' ? '' : `${version}&`}table=${table}`,
    xlsx: version === '' ? `${address}.xlsx` : `${address}.xlsx?${version}`,
  };
}

function Facts({ page, shown }: { page: OitPage; shown: EvidenceVersion }) {
  const { content, approvedOn, approvedBy, n } = shown;
  const rows = [
    ['หน่วยงาน', page.agency.name],
    ['ปีงบประมาณ', String(page.fiscalYear)],
    ...(page.label === undefined ? [] : [['ข้อ OIT', page.label]]),
    ...(content.period === undefined ? [] : [['ช่วงเวลา', content.period.words]]),
    ['วิธีการ', content.method],
    ['อนุมัติเมื่อ', `${thaiDate(approvedOn, 'long')} (ฉบับที่ ${n})`],
    ['ผู้อนุมัติ', approvedBy],
  ];
  return (
    <dl class="about">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const Notes = ({ notes }: { notes: readonly string[] }) => (
  <>
    {notes.map((note) => (
      <p key={note} class="quiet note">
        หมายเหตุเรื่องเลขข้อ: {note}
      </p>
    ))}
  </>
);

function Approvals({ page }: { page: OitPage }) {
  if (page.approvals.length < 2 || page.shown === undefined) return null;
  return (
    <>
      <h2>ทุกฉบับที่อนุมัติ</h2>
      <ul>
        {page.approvals.map(({ n, approvedOn, approvedBy, period }) => (
          <li key={n}>
            {n === page.shown?.n ? `ฉบับที่ ${n} (ที่แสดงอยู่)` : <a href={`${addressOf(page)}/${n}`}>ฉบับที่ {n}</a>}{' '}
            {thaiDate(approvedOn, 'long')} โดย {approvedBy}
            {period === undefined ? '' : ` ${period}`}
          </li>
        ))}
      </ul>
    </>
  );
}

const Withdrawn = ({ day, by, because }: Withdrawal) => (
  <p class="warn note">
    ถอนหน้านี้เมื่อวันที่ {thaiDate(day, 'long')} โดย {by} เพราะ {because}
  </p>
);

/** One piece of evidence, as it was approved. */
export function oit(page: OitPage): View {
  const { agency, title, label, shown, withdrawn, notes } = page;
  const address = addressOf(page);
  const earlier = shown !== undefined && !isNewest(page);
  return {
    agency,
    title: `${title} ปีงบประมาณ ${page.fiscalYear}`,
    description: `${title} ของ${agency.name} ปีงบประมาณ ${page.fiscalYear}${label === undefined ? '' : ` ข้อ ${label}`}`,
    path: earlier ? `${address}/${shown.n}` : address,
    styles: [css],
    ...(shown === undefined ? { status: 410 } : {}),
    body: (
      <>
        <p>
          <a href="/oit">หลักฐาน OIT ทั้งหมด</a>
        </p>
        <h1>
          {title}
          {label === undefined ? '' : ` ${label}`}
        </h1>
        {withdrawn !== undefined && <Withdrawn {...withdrawn} />}
        {earlier && (
          <p class="warn note">
            นี่เป็นฉบับก่อน <a href={address}>ดูฉบับล่าสุด</a>
          </p>
        )}
        {shown !== undefined && <Facts page={page} shown={shown} />}
        <Notes notes={notes} />
        {shown?.content.blocks.map((block, at) => (
          <BlockView key={at} block={block} files={filesOf(page)} />
        ))}
        <Approvals page={page} />
      </>
    ),
  };
}

/** All pages of evidence, newest year first. */
export function oitIndex({ agency, pages }: OitIndex): View {
  const byYear = Map.groupBy(pages, ({ fiscalYear }) => fiscalYear);
  return {
    agency,
    title: 'หลักฐานการเปิดเผยข้อมูล (OIT)',
    description: `หลักฐานการเปิดเผยข้อมูลสาธารณะของ${agency.name} ตามปีงบประมาณ`,
    path: '/oit',
    styles: [css],
    body: (
      <>
        <h1>หลักฐานการเปิดเผยข้อมูล (OIT)</h1>
        {pages.length === 0 && <p>ยังไม่มีหลักฐานที่อนุมัติให้เผยแพร่</p>}
        {[...byYear].map(([year, ofYear]) => (
          <section key={year} aria-labelledby={`year-${year}`}>
            <h2 id={`year-${year}`}>ปีงบประมาณ {year}</h2>
            <ul class="pages">
              {ofYear.map((page) => (
                <li key={page.key}>
                  <a href={addressOf(page)}>{page.title}</a>{' '}
                  <span class="quiet">
                    {page.label === undefined ? '' : `${page.label} · `}
                    {page.withdrawn ? 'ถอนแล้ว' : `อนุมัติ ${thaiDate(page.approvedOn, 'medium')}`}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  };
}
