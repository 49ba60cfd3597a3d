import { fiscalYear as wholeYear } from '../../calendar/fiscal-year.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import { casesIn } from '../../case/case-tally.ts';
import { addTallies } from '../../survey/tally.ts';
import type { Block, Content } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { monthsOf, periodWords } from '../periods.ts';

/** การเปิดโอกาสให้เกิดการมีส่วนร่วม: where residents had a say, and what came of it. */
export function participation(inputs: EvidenceInputs): Content {
  const { agency, profile, fiscalYear, today, cases, answers } = inputs;
  const year = wholeYear(fiscalYear);
  const rows = profile.participation.filter(({ day }) => day >= year.from && day <= year.to);
  const suggestions = monthsOf(year, today).reduce(
    (sum, month) => sum + casesIn(cases[fiscalYear] ?? {}, month, 'suggestion').all,
    0,
  );
  const held: Block =
    rows.length === 0
      ? { kind: 'warning', text: `ยังไม่ได้กรอกกิจกรรมของปีงบประมาณ ${fiscalYear}` }
      : {
          kind: 'table',
          id: 'activities',
          caption: `กิจกรรมที่บุคคลภายนอกมีส่วนร่วม ปีงบประมาณ ${fiscalYear}`,
          columns: [
            { label: 'กิจกรรม' },
            { label: 'วันที่' },
            { label: 'สถานที่' },
            { label: 'ผู้เข้าร่วม (คน)', decimals: 0 },
            { label: 'ผลและการนำไปใช้' },
          ],
          rows: rows.map(({ title, day, place, people, result }) => ({
            cells: [title, thaiDate(day, 'long'), place, people, result],
          })),
        };
  const links = rows.flatMap(({ title, url }) =>
    url === undefined ? [] : [{ label: title, value: url, href: url }],
  );
  return {
    period: { ...year, words: `ปีงบประมาณ ${fiscalYear} (${periodWords(year)})` },
    method: `กิจกรรมตามที่หน่วยงานกรอก จำนวนจากระบบ ณ วันที่ ${thaiDate(today, 'long')}`,
    blocks: [
      {
        kind: 'text',
        text: `${agency.name}เปิดให้ประชาชนร่วมเสนอ ร่วมประเมิน และร่วมติดตาม ทั้งในที่ประชุมและทาง LINE`,
      },
      held,
      ...(links.length === 0 ? [] : ([{ kind: 'facts', rows: links }] as const)),
      {
        kind: 'table',
        id: 'online',
        caption: 'การมีส่วนร่วมผ่านระบบ',
        columns: [{ label: 'ทาง' }, { label: 'จำนวน', decimals: 0 }],
        rows: [
          { cells: ['ข้อเสนอแนะที่ได้รับ (เรื่อง)', suggestions] },
          { cells: ['ผู้ประเมินความพึงพอใจ (ครั้ง)', addTallies(Object.values(answers)).n ?? 0] },
        ],
      },
    ],
  };
}
