import { formWords } from '../../domain/catalogue/form.ts';
import { spoken } from '../../domain/catalogue/voice.ts';
import type { TrackPage } from '../../domain/published/track.ts';
import css from '../form/form.css?inline';
import { Shell } from '../form/shell.tsx';
import type { View } from '../view.ts';

/** The follow-up page before its script comes, and where none ever does. */
export function track({ agency }: TrackPage): View {
  const say = formWords(spoken(agency.voice));
  return {
    agency,
    title: say.trackTitle,
    description: say.trackDescription,
    path: '/track',
    caching: 'private',
    styles: [css],
    script: { folder: 'track' },
    body: (
      <>
        <h1>{say.trackTitle}</h1>
        <Shell voice={agency.voice} without={say.trackNeedsScripts}>
          {say.trackPromise.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Shell>
      </>
    ),
  };
}
