import type { AnnouncementMatter } from '../../../domain/announcements/announcement.ts';
import { thaiDate, thaiDateTime } from '../../../domain/calendar/thai-date.ts';
import { periodWords } from '../../../domain/catalogue/announcement-pages.ts';
import { announcementsWords } from '../../../domain/catalogue/console-announcements.ts';
import type { AnnouncementAnswer } from '../../../domain/staff/announcements.ts';
import { labelOf, useConsole } from '../console.ts';
import { Copy } from '../parts/copy.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { Broadcast } from './broadcast.tsx';
import { Deciding, Public, Revoking } from './deciding.tsx';
import type { Acting } from './use-acting.ts';

const tones: Readonly<Record<AnnouncementAnswer['state'], string>> = {
  waiting: 'tag',
  returned: 'tag late',
  public: 'tag good',
  withdrawn: 'tag late',
  gone: 'tag',
};
export const toneOf = (state: AnnouncementAnswer['state']): string => tones[state];

function Matter({ matter, by }: { matter: AnnouncementMatter; by: string | undefined }) {
  const { me, spoken } = useConsole();
  const say = announcementsWords(spoken);
  const { places, unit } = matter;
  const named = places.map((place) => labelOf(me.agency.places, place));
  return (
    <>
      <p class="announced">{matter.text}</p>
      <p>
        {periodWords(matter)} · {named.length === 0 ? say.everywhere : named.join(', ')}
        {unit !== undefined && <> · {labelOf(me.agency.units, unit)}</>}
      </p>
      {by !== undefined && (
        <p>
          {say.by} {by}
        </p>
      )}
    </>
  );
}

function Outlets({ answer }: { answer: AnnouncementAnswer }) {
  const { spoken } = useConsole();
  const say = announcementsWords(spoken);
  const { facebook, loudspeaker } = answer;
  return (
    <>
      {loudspeaker !== undefined && (
        <section class="card" aria-labelledby="loudspeaker">
          <h2 id="loudspeaker">{say.loudspeaker}</h2>
          {loudspeaker.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <Copy text={loudspeaker.join('\n\n')}>{say.copyLoudspeaker}</Copy>
        </section>
      )}
      {facebook !== undefined && (
        <section class="card" aria-labelledby="facebook">
          <h2 id="facebook">{say.facebook}</h2>
          <p class="announced">{facebook}</p>
          <Copy text={facebook}>{say.copyFacebook}</Copy>
        </section>
      )}
    </>
  );
}

/** One announcement: what waits, what is public, and what comes out of it. */
export function Announcement({ answer, put }: Acting) {
  const { spoken } = useConsole();
  const say = announcementsWords(spoken);
  const { draft, issues, withdrawn, state, id } = answer;
  const newest = issues.at(-1);
  const acting = { answer, put };
  return (
    <>
      <p>
        <a href="#/announcements">{say.title}</a>
      </p>
      <ViewTitle>{(draft ?? newest)?.title ?? say.states.gone}</ViewTitle>
      <p class="tags">
        <span class={tones[state]}>{say.states[state]}</span>
        {draft !== undefined && newest !== undefined && withdrawn === undefined && (
          <span class="tag good">{say.alsoPublic}</span>
        )}
      </p>
      {draft !== undefined && (
        <section class="card" aria-labelledby="draft">
          <h2 id="draft">{say.draft}</h2>
          {draft.returned !== undefined && (
            <p class="problem">
              {say.returned(draft.returned.name, thaiDateTime(Date.parse(draft.returned.at)))}:{' '}
              {draft.returned.words}
            </p>
          )}
          <Matter matter={draft} by={`${draft.by} ${thaiDateTime(Date.parse(draft.at))}`} />
          <Deciding {...acting} />
        </section>
      )}
      {newest !== undefined && (
        <section class="card" aria-labelledby="public">
          <h2 id="public">{withdrawn === undefined ? say.states.public : say.states.withdrawn}</h2>
          {withdrawn !== undefined && (
            <p>{say.withdrawn(thaiDate(withdrawn.day, 'medium'), withdrawn.by, withdrawn.because)}</p>
          )}
          <Matter matter={newest} by={undefined} />
          <p class="ways">
            <a href={`/announcements/${id}`} target="_blank" rel="noreferrer">
              {say.open}
            </a>
            {withdrawn === undefined && (
              <a href={`/announcements/${id}/poster`} target="_blank" rel="noreferrer">
                {say.poster}
              </a>
            )}
          </p>
          <Public {...acting} />
          <Revoking {...acting} />
        </section>
      )}
      {newest !== undefined && <Broadcast {...acting} />}
      <Outlets answer={answer} />
    </>
  );
}
