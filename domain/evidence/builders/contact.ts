import { thaiDate } from '../../calendar/thai-date.ts';
import type { Content } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { channelsFor, clockRange, missing } from '../settings.ts';

const linked = (label: string, url: string | undefined): { label: string; value: string; href: string }[] =>
  url === undefined ? [] : [{ label, value: url, href: url }];

/** ข้อมูลการติดต่อ: address, telephone, e-mail and map. */
export function contact({ agency, profile, today }: EvidenceInputs): Content {
  const { address, email, mapUrl, website, socialUrl, lineUrl } = profile;
  return {
    method: `ตามที่หน่วยงานกรอก ณ วันที่ ${thaiDate(today, 'long')}`,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: 'หน่วยงาน', value: `${agency.name} ${agency.district} ${agency.province}` },
          ...(address === undefined ? [] : [{ label: 'ที่อยู่', value: address }]),
          { label: 'โทรศัพท์', value: agency.phone, href: `tel:${agency.phone}` },
          ...(email === undefined ? [] : [{ label: 'อีเมล', value: email, href: `mailto:${email}` }]),
          { label: 'เวลาทำการ', value: clockRange(agency) },
          ...linked('แผนที่ตั้ง', mapUrl),
          ...linked('เว็บไซต์', website),
          ...linked('LINE', lineUrl),
          ...linked('สื่อสังคมออนไลน์', socialUrl),
        ],
      },
      ...missing(!address && 'ที่อยู่', !email && 'อีเมล', !mapUrl && 'แผนที่ตั้ง'),
      { kind: 'heading', text: 'ส่วนงาน' },
      { kind: 'list', ordered: false, items: agency.units.map(({ label }) => label) },
      { kind: 'heading', text: 'เหตุด่วน' },
      {
        kind: 'facts',
        rows: channelsFor(agency, 'danger').map(({ label, phone, url }) => ({
          label,
          value: phone ?? url ?? '',
          href: phone === undefined ? (url ?? '/') : `tel:${phone}`,
        })),
      },
    ],
  };
}
