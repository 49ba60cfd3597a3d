import { formWords } from '../../domain/catalogue/form.ts';
import { spoken } from '../../domain/catalogue/voice.ts';
import type { TipPage } from '../../domain/published/tip.ts';
import css from '../form/form.css?inline';
import { OutsideCalls, Shell, tipOutside } from '../form/shell.tsx';
import type { View } from '../view.ts';

/** The private form as it stands before its script comes, and where none ever does. */
export function tip({ agency }: TipPage): View {
  const say = formWords(spoken(agency.voice));
  return {
    agency,
    title: say.tipTitle,
    description: say.tipDescription,
    path: '/tip',
    caching: 'private',
    styles: [css],
    script: { folder: 'tip' },
    body: (
      <>
        <h1>{say.tipTitle}</h1>
        <Shell voice={agency.voice} without={say.needsScripts}>
          {say.promise.map((words) => (
            <p key={words}>{words}</p>
          ))}
          <h2>{say.outsideInstead}</h2>
          <OutsideCalls outside={tipOutside(agency)} call={say.call} />
        </Shell>
      </>
    ),
  };
}
