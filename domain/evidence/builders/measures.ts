import type { Content } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';

/** มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน: what the agency's analysis of its ITA result led to. */
export function measures({ agency, fiscalYear, measures: planned }: EvidenceInputs): Content {
  return {
    method: `จากรายงานการวิเคราะห์ผล ITA ปี ${fiscalYear - 1} ของ${agency.name} ข้อความตามรายงาน`,
    blocks:
      planned.length === 0
        ? [{ kind: 'warning', text: `ยังไม่มีรายงานที่กำหนดมาตรการของปีงบประมาณ ${fiscalYear}` }]
        : [
            {
              kind: 'table',
              id: 'measures',
              caption: `มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ ${fiscalYear}`,
              columns: [
                { label: 'ประเด็น' },
                { label: 'มาตรการ' },
                { label: 'ขั้นตอน' },
                { label: 'ผู้รับผิดชอบ' },
                { label: 'ระยะเวลา' },
              ],
              rows: planned.map(({ issueTitle, measures: lines, steps, responsible, period }) => ({
                cells: [issueTitle, lines.join('\n'), steps.join('\n'), responsible, period],
              })),
            },
          ],
  };
}
