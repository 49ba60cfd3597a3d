import { frameWords } from '../../domain/catalogue/frame.ts';
import { spoken } from '../../domain/catalogue/voice.ts';
import type { NotFoundPage, UnavailablePage } from '../../domain/published/notices.ts';
import type { View } from '../view.ts';

export function notFound({ agency }: NotFoundPage): View {
  const say = frameWords(spoken(agency.voice)).notFound;
  return {
    agency,
    status: 404,
    title: say.title,
    description: say.description(agency.name),
    body: (
      <>
        <h1>{say.heading}</h1>
        <p>{say.why}</p>
        <p class="ways">
          <a href="/">{say.home}</a>
        </p>
      </>
    ),
  };
}

export function unavailable({ agency }: UnavailablePage): View {
  const say = frameWords(spoken(agency.voice)).unavailable;
  return {
    agency,
    status: 503,
    title: say.title,
    description: say.description(agency.name),
    body: (
      <>
        <h1>{say.heading}</h1>
        <p>{say.meanwhile}</p>
      </>
    ),
  };
}
