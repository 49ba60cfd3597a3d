import { thaiDate } from '../../calendar/thai-date.ts';
import { evidenceWords as shared } from '../../catalogue/evidence.ts';
import { contactWords as say } from '../../catalogue/evidence-services.ts';
import type { Content } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { channelsFor, clockRange, missing } from '../settings.ts';

const linked = (label: string, url: string | undefined): { label: string; value: string; href: string }[] =>
  url === undefined ? [] : [{ label, value: url, href: url }];

/** ข้อมูลการติดต่อ: address, telephone, e-mail and map. */
export function contact({ agency, profile, today }: EvidenceInputs): Content {
  const { address, email, mapUrl, website, socialUrl, lineUrl } = profile;
  return {
    method: say.method(thaiDate(today, 'long')),
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: say.agency, value: `${agency.name} ${agency.district} ${agency.province}` },
          ...(address === undefined ? [] : [{ label: say.address, value: address }]),
          { label: shared.telephone, value: agency.phone, href: `tel:${agency.phone}` },
          ...(email === undefined ? [] : [{ label: say.email, value: email, href: `mailto:${email}` }]),
          { label: say.hours, value: clockRange(agency) },
          ...linked(say.map, mapUrl),
          ...linked(say.website, website),
          ...linked('LINE', lineUrl),
          ...linked(say.social, socialUrl),
        ],
      },
      ...missing(!address && say.address, !email && say.email, !mapUrl && say.map),
      { kind: 'heading', text: say.units },
      { kind: 'list', ordered: false, items: agency.units.map(({ label }) => label) },
      { kind: 'heading', text: say.danger },
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
