import { fiscalYear as wholeYear } from '../../calendar/fiscal-year.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import { evidenceWords as shared } from '../../catalogue/evidence.ts';
import { eServiceWords as say } from '../../catalogue/evidence-services.ts';
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
    method: say.method(thaiDate(today, 'long')),
    blocks: [
      { kind: 'text', text: say.about(agency.name) },
      {
        kind: 'facts',
        rows: [
          { label: say.complaint, value: shared.line(agency.shortName), ...line },
          { label: say.question, value: shared.line(agency.shortName), ...line },
          { label: say.track, value: `${publicUrl}/track`, href: '/track' },
          { label: say.tip, value: `${publicUrl}/tip`, href: '/tip' },
          ...profile.services.map(({ label, url, note }) => ({
            label,
            value: note === undefined ? url : `${note} ${url}`,
            href: url,
          })),
        ],
      },
      ...missing(profile.services.length === 0 && say.othersMissing),
      ...(months.length === 0 ? [] : [monthlyTable(inputs, months)]),
    ],
  };
}
