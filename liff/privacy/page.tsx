import { privacyWords } from '../../domain/catalogue/privacy.ts';
import { spoken } from '../../domain/catalogue/voice.ts';
import type { PrivacyPage } from '../../domain/published/privacy.ts';
import type { View } from '../view.ts';

/** The notice of section 23 of the law on personal data. */
export function privacy({ agency, firstAnswerDays, retention }: PrivacyPage): View {
  const { title, description, promise, who, kept, notKept, howLong, seenBy, rights } = privacyWords(
    spoken(agency.voice),
  );
  return {
    agency,
    title,
    description: description(agency.name),
    path: '/privacy',
    body: (
      <>
        <h1>{title}</h1>
        <p>{promise}</p>
        <h2>{who.heading}</h2>
        <p>{who.agency(`${agency.name} ${agency.district} ${agency.province}`, agency.phone)}</p>
        <h2>{kept.heading}</h2>
        <ul>
          {kept.list(firstAnswerDays).map(({ what, how }) => (
            <li key={what}>
              <b>{what}</b> {how}
            </li>
          ))}
        </ul>
        <h2>{notKept.heading}</h2>
        <p>{notKept.words}</p>
        <h2>{howLong.heading}</h2>
        <ul>
          {howLong.list(retention).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <h2>{seenBy.heading}</h2>
        <p>{seenBy.words}</p>
        <h2>{rights.heading}</h2>
        <p>{rights.words(agency.phone)}</p>
        <p>{rights.leak}</p>
      </>
    ),
  };
}
