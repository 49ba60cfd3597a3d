import { describe, expect, it } from 'vitest';
import { buildContent } from '../../domain/evidence/build.ts';
import type { EvidenceInputs } from '../../domain/evidence/inputs.ts';
import { hasTable, inputsWith, tableIn, wordsIn } from './inputs.ts';

const SERVICES = inputsWith().agency.services;
const MONTHS = ['10', '11', '12', '01', '02', '03', '04', '05', '06', '07', '08', '09'].map((month) =>
  month >= '10' ? `2026-${month}` : `2027-${month}`,
);
/** Not entered: one service in one month, and one month whole. */
const isMissing = (service: string, month: string): boolean =>
  month === '2027-05' || (service === 'child-centre' && month === '2026-12');
const walkIn = (at: number, month: string): number => (at + 1) * 10 + Number(month.slice(5));
const online = (at: number, month: string): number => (at === 0 ? 0 : at + Number(month.slice(5)));

const script: EvidenceInputs['serviceMonths'] = Object.fromEntries(
  MONTHS.map((month) => [
    month,
    {
      version: 1,
      services: Object.fromEntries(
        SERVICES.flatMap(({ id }, at) =>
          isMissing(id, month)
            ? []
            : [
                [
                  id,
                  {
                    now: {
                      walkIn: walkIn(at, month),
                      online: online(at, month),
                      by: 'U1',
                      day: '2027-10-01',
                    },
                    former: [{ walkIn: 999, online: 999, by: 'U1', day: '2027-10-01' }],
                  },
                ],
              ],
        ),
      ),
    },
  ]),
);

const document = (changed: Partial<EvidenceInputs>) =>
  buildContent(
    'service_statistics',
    inputsWith({ serviceMonths: script, preset: 'whole-year', today: '2027-10-05', ...changed }),
  );

/** The script added up anew: what was entered of some services in some months. */
function recount(ids: readonly string[], months: readonly string[]) {
  let [came, asked] = [0, 0];
  for (const [at, { id }] of SERVICES.entries()) {
    for (const month of months) {
      if (!ids.includes(id) || isMissing(id, month)) continue;
      came += walkIn(at, month);
      asked += online(at, month);
    }
  }
  return [came, asked, came + asked];
}
const EVERY = SERVICES.map(({ id }) => id);

describe('statistics of services', () => {
  it('of a scripted year are the script added up, by service, month, quarter, half and year', () => {
    const built = document({});
    expect(tableIn(built, 'services').rows.map(({ cells }) => cells.slice(1, 4))).toEqual([
      ...EVERY.map((id) => recount([id], MONTHS)),
      recount(EVERY, MONTHS),
    ]);
    const months = tableIn(built, 'services-months').rows;
    expect(months.map(({ cells }) => cells.slice(1, 4))).toEqual([
      ...MONTHS.map((month) => (month === '2027-05' ? [null, null, null] : recount(EVERY, [month]))),
      recount(EVERY, MONTHS),
    ]);
    const quarter = (n: number) => recount(EVERY, MONTHS.slice(n * 3, n * 3 + 3));
    expect(
      tableIn(built, 'services-quarters').rows.map(({ cells, sum }) => [sum, ...cells.slice(1, 4)]),
    ).toEqual([
      [undefined, ...quarter(0)],
      [undefined, ...quarter(1)],
      [true, ...recount(EVERY, MONTHS.slice(0, 6))],
      [undefined, ...quarter(2)],
      [undefined, ...quarter(3)],
      [true, ...recount(EVERY, MONTHS.slice(6))],
    ]);
    const detail = ['services-first-half', 'services-second-half'].flatMap((half) =>
      tableIn(built, half).rows[3]?.cells.slice(1),
    );
    expect(detail).toEqual(
      MONTHS.map((month) => (month === '2027-05' ? null : recount([EVERY[3] ?? ''], [month])[2])),
    );
  });

  it('name what was not entered, and never call it zero', () => {
    const words = wordsIn(document({}));
    expect(words).toContain('ยังไม่ได้กรอก จึงไม่รวมอยู่ในตัวเลข และไม่ได้แปลว่าเป็นศูนย์');
    expect(words).toContain('ธ.ค. 2569: ศูนย์เด็กเล็ก');
    expect(words).toContain('พ.ค. 2570: ทุกบริการ');
    const child = tableIn(document({}), 'services').rows.find(({ cells }) => cells[0] === 'ศูนย์เด็กเล็ก');
    expect(child?.cells.at(-1)).toBe('10\u00a0จาก\u00a012');
    const nothing = document({ serviceMonths: {} });
    expect(hasTable(nothing, 'services')).toBe(false);
    expect(wordsIn(nothing)).toContain('ยังไม่มีใครกรอกยอดบริการของช่วงเวลานี้');
  });

  it('an entered zero is zero', () => {
    const [first] = tableIn(document({ preset: 'month-10' }), 'services').rows;
    expect(first?.cells.slice(1, 4)).toEqual([20, 0, 20]);
  });

  it('cover the months that are over alone', () => {
    const built = document({ preset: 'first-half', today: '2026-12-15' });
    expect(tableIn(built, 'services-months').rows.map(({ cells }) => cells[0])).toEqual([
      'ต.ค. 2569',
      'พ.ย. 2569',
      'รวม',
    ]);
    expect(hasTable(built, 'services-quarters')).toBe(false);
    const early = document({ preset: 'first-half', today: '2026-10-15' });
    expect(wordsIn(early)).toContain('ยังไม่มีเดือนที่จบ');
  });

  it('of one month are one table, without what there are several of', () => {
    const built = document({ preset: 'month-11' });
    expect(hasTable(built, 'services')).toBe(true);
    for (const table of ['services-months', 'services-quarters', 'services-first-half']) {
      expect(hasTable(built, table)).toBe(false);
    }
  });

  it('name a service that is offered no longer where it was entered', () => {
    const { agency } = inputsWith();
    const gone = agency.services.slice(0, 2);
    const built = document({
      agency: {
        ...agency,
        services: agency.services.slice(2),
        retired: { ...agency.retired, services: gone },
      },
    });
    expect(tableIn(built, 'services').rows.at(-1)?.cells.slice(1, 4)).toEqual(recount(EVERY, MONTHS));
  });
});
