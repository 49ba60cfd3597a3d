import { encode } from 'uqr';
import { formWords } from '../../domain/catalogue/form.ts';
import { spoken } from '../../domain/catalogue/voice.ts';
import type { RatePosterPage } from '../../domain/published/rate.ts';
import type { Site } from '../../domain/published/rendered.ts';
import type { View } from '../view.ts';
import css from './rate.css?inline';

/** Four modules of white around the code, as readers need. @see ISO/IEC 18004 */
const QUIET_ZONE = 4;

/** A QR code as one path: black on white in light and dark alike. */
function Qr({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const path = data
    .flatMap((row, y) => row.flatMap((isBlack, x) => (isBlack ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** A poster for the counter, on one A4 sheet. */
export function ratePoster({ agency, service }: RatePosterPage, { publicUrl }: Site): View {
  const say = formWords(spoken(agency.voice));
  const words = say.ratePoster;
  const address = `${publicUrl}/rate/${service.id}`;
  return {
    agency,
    title: words.title,
    description: say.rateDescription,
    path: `/rate/${service.id}/qr`,
    styles: [css],
    body: (
      <div class="poster">
        <h1>{words.title}</h1>
        <p>
          <strong>{service.label}</strong>
        </p>
        <Qr text={address} label={words.qr(service.label)} />
        <p>{words.how}</p>
        <p class="quiet">{address}</p>
        <p>{words.private}</p>
        <p>{words.noPhone}</p>
        <p>{words.call(agency.name, agency.phone)}</p>
      </div>
    ),
  };
}
