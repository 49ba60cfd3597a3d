import { fiscalYear as wholeYear } from '../../calendar/fiscal-year.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import type { Content } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { monthsOf } from '../periods.ts';
import { missing } from '../settings.ts';
import { monthlyTable } from './service-statistics.ts';

/** E-Service: what can be had without coming to the office, and how often it was. */
export function eService(inputs: EvidenceInputs): Content {
  const { agency, profile, publicUrl, fiscalYear, today } = inputs;
  const months = monthsOf(wholeYear(fiscalYear), today);
  const line = profile.lineUrl === undefined ? {} : { href: profile.lineUrl };
  return {
    method: `บริการออนไลน์ของระบบและที่หน่วยงานกรอก ข้อมูล ณ วันที่ ${thaiDate(today, 'long')}`,
    blocks: [
      { kind: 'text', text: `บริการของ${agency.name}ที่ขอได้โดยไม่ต้องมาที่สำนักงาน` },
      {
        kind: 'facts',
        rows: [
          { label: 'แจ้งปัญหา/แจ้งซ่อม', value: `LINE ของ${agency.shortName}`, ...line },
          { label: 'สอบถามและเสนอแนะ', value: `LINE ของ${agency.shortName}`, ...line },
          { label: 'ติดตามเรื่อง', value: `${publicUrl}/track`, href: '/track' },
          { label: 'แจ้งการทุจริต (ลับ)', value: `${publicUrl}/tip`, href: '/tip' },
          ...profile.services.map(({ label, url, note }) => ({
            label,
            value: note === undefined ? url : `${note} ${url}`,
            href: url,
          })),
        ],
      },
      ...missing(profile.services.length === 0 && 'บริการออนไลน์อื่นของหน่วยงาน'),
      ...(months.length === 0 ? [] : [monthlyTable(inputs, months)]),
    ],
  };
}
