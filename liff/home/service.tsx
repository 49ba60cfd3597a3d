import { thaiDate } from '../../domain/calendar/thai-date.ts';
import { monthLabel } from '../../domain/evidence/periods.ts';
import type { HomeCases, HomePage, Rated } from '../../domain/published/home.ts';
import { printed } from './figures.tsx';

/** Fewer answers than this say little of anybody else. */
const FEW = 30;

interface Row {
  label: string;
  all: number;
  done: number;
  underway: number;
  zeroUntil?: string | undefined;
}

/** Zero is said only where somebody confirmed that every channel was checked. */
const zeroWords = (zeroUntil: string | undefined): string =>
  zeroUntil === undefined
    ? 'ยังไม่มีเรื่องในระบบ'
    : `ไม่มีเรื่อง ถึงสิ้นเดือน ${monthLabel(zeroUntil)} (ตรวจครบทุกช่องทางแล้ว)`;

const words = ({ label, all, done, underway, zeroUntil }: Row): string =>
  all === 0
    ? `${label} ${zeroWords(zeroUntil)}`
    : `${label} ทั้งหมด ${all} แล้วเสร็จ ${done} อยู่ระหว่างดำเนินการ ${underway}`;

/** Complaints in numbers. */
export function Cases({ cases, evidence }: { cases: HomeCases; evidence: string | undefined }) {
  const { fiscalYear, kinds, tips, countedSince } = cases;
  return (
    <section id="cases">
      <h2>เรื่องที่ได้รับ</h2>
      <h3>แจ้งทุจริต</h3>
      {tips.length === 0 ? (
        <p>ยังไม่มีครึ่งปีที่นับครบ จะแสดงเมื่อครึ่งปีสิ้นสุด เพื่อไม่ให้เดาได้ว่าใครแจ้ง</p>
      ) : (
        <ul>
          {tips.map((row) => (
            <li key={row.label}>{words(row)}</li>
          ))}
        </ul>
      )}
      <h3>เรื่องทั่วไป ปีงบประมาณ {fiscalYear}</h3>
      <ul>
        {kinds.map((row) => (
          <li key={row.label}>{words(row)}</li>
        ))}
      </ul>
      {countedSince !== undefined && <p class="quiet">นับตั้งแต่ {thaiDate(countedSince, 'long')}</p>}
      {evidence !== undefined && (
        <p>
          <a href={evidence}>สถิติรายเดือน</a>
        </p>
      )}
    </section>
  );
}

const interval = ({ mean, margin }: Rated): string =>
  mean === undefined || margin === undefined
    ? '–'
    : `${printed(Math.max(1, mean - margin))}–${printed(Math.min(5, mean + margin))}`;

function Ratings({ label, rows }: { label: string; rows: readonly Rated[] }) {
  if (rows.length === 0) return null;
  return (
    <table>
      <tr>
        <th scope="col">{label}</th>
        <th scope="col">n</th>
        <th scope="col">
          x̄ <small>ช่วง 95%</small>
        </th>
        <th scope="col">S.D.</th>
      </tr>
      {rows.map((rated) => (
        <tr key={rated.label}>
          <th scope="row">
            {rated.label} {rated.level !== undefined && <small>{rated.level}</small>}
          </th>
          <td>{rated.n}</td>
          <td>
            {rated.mean === undefined ? '–' : printed(rated.mean)} <small>{interval(rated)}</small>
          </td>
          <td>{rated.deviation === undefined ? '–' : printed(rated.deviation)}</td>
        </tr>
      ))}
    </table>
  );
}

/** Satisfaction with how many answered, how they were asked, and how sure the means are. */
export function Satisfaction({
  satisfaction: { fiscalYear, n, dimensions, services },
  evidence,
}: {
  satisfaction: HomePage['satisfaction'];
  evidence: string | undefined;
}) {
  return (
    <section id="satisfaction">
      <h2>ความพึงพอใจ ปีงบประมาณ {fiscalYear}</h2>
      <p>
        {n === 0 ? 'ยังไม่มีผู้ตอบ' : `มีผู้ตอบ ${n} คน เต็ม 5`} หน่วยงานสำรวจเองใน LINE และที่จุดบริการ ผู้รับบริการสมัครใจตอบ
        ไม่ได้สุ่มตัวอย่าง จึงไม่ใช่ตัวแทนของทุกคน
      </p>
      {n > 0 && n < FEW && <p class="warn">ผู้ตอบน้อยกว่า {FEW} คน ยังสรุปความเห็นของคนทั่วไปไม่ได้</p>}
      <Ratings label="ด้าน" rows={dimensions} />
      <Ratings label="บริการ (ภาพรวม)" rows={services} />
      {evidence !== undefined && (
        <p>
          <a href={evidence}>รายงานฉบับเต็ม</a>
        </p>
      )}
    </section>
  );
}
