import { timeOf } from '../../../domain/calendar/day.ts';
import { thaiDate, thaiTime } from '../../../domain/calendar/thai-date.ts';
import type { CaseEvent } from '../../../domain/staff/cases.ts';
import { useConsole } from '../console.ts';
import type { CaseParts } from './case-parts.ts';
import { byWords, eventWords } from './event-words.ts';
import { CasePhotos, CaseVoice } from './files.tsx';
import { Said } from './said.tsx';
import { type StoryItem, storyOf } from './story-order.ts';

type StoryParts = Pick<CaseParts, 'detail' | 'say'>;

const time = (at: string | undefined): string => (at === undefined ? '' : thaiTime(timeOf(Date.parse(at))));

function Opening({ detail, say, text }: StoryParts & { text: string }) {
  const { attachments, id } = detail;
  const files = attachments.filter(({ use }) => use !== 'after');
  const voices = files.filter(({ kind }) => kind === 'voice');
  return (
    <article class="bubble reporter">
      <h3>{say.one.reporter}</h3>
      {text === '' ? <p class="quiet">{say.one.noWords}</p> : <Said text={text} say={say.one} />}
      {voices.map((file, index) => (
        <CaseVoice key={file.n} caseId={id} say={say.one} file={file} n={index + 1} />
      ))}
      <CasePhotos caseId={id} say={say.one} files={files} />
    </article>
  );
}

function Message({ item, say }: { item: Extract<StoryItem, { item: 'message' }> } & Pick<CaseParts, 'say'>) {
  const { me } = useConsole();
  const { message, by, at } = item;
  const { one } = say;
  const name = by === undefined ? one[message.from] : byWords(by, me, say);
  return (
    <article class={`bubble ${message.from}`}>
      <h3>
        {name}
        {message.asks === true && <span class="tag">{one.asks}</span>}
        {at !== undefined && <time dateTime={at}>{time(at)}</time>}
      </h3>
      <Said text={message.text} say={one} />
    </article>
  );
}

function Note({ event, say }: { event: Extract<CaseEvent, { kind: 'note' }> } & Pick<CaseParts, 'say'>) {
  const { me } = useConsole();
  return (
    <article class="bubble note">
      <h3>
        {byWords(event.by, me, say)}
        <span class="tag">{say.one.note}</span>
        {event.at !== undefined && <time dateTime={event.at}>{time(event.at)}</time>}
      </h3>
      <Said text={event.text} say={say.one} />
    </article>
  );
}

/** One line about what was done. */
export function EventLine({ event, say }: { event: CaseEvent } & Pick<CaseParts, 'say'>) {
  const { me } = useConsole();
  return (
    <p class="happened">
      <bdi>{byWords(event.by, me, say)}</bdi> · <bdi>{eventWords(event, me, say)}</bdi>
      {event.at !== undefined && <time dateTime={event.at}> {time(event.at)}</time>}
    </p>
  );
}

function After({ detail, say, photo }: StoryParts & { photo: number }) {
  const files = detail.attachments.filter(({ n }) => n === photo);
  return <CasePhotos caseId={detail.id} say={say.one} files={files} />;
}

function Item({ item, detail, say }: StoryParts & { item: StoryItem }) {
  switch (item.item) {
    case 'opening':
      return <Opening detail={detail} say={say} text={item.text} />;
    case 'message':
      return <Message item={item} say={say} />;
    case 'event': {
      const { event } = item;
      if (event.kind === 'note') return <Note event={event} say={say} />;
      const photo = event.kind === 'change' ? event.photo : undefined;
      return (
        <>
          <EventLine event={event} say={say} />
          {'note' in event && event.note !== '' && <Said text={event.note} say={say.one} />}
          {photo !== undefined && <After detail={detail} say={say} photo={photo} />}
        </>
      );
    }
  }
}

/** All that was said and done about a case, as a conversation: what its reporter reads, and beside it what staff did. */
export function Story({ detail, say }: StoryParts) {
  const items = storyOf(detail);
  const earlier = detail.earlier.thread + detail.earlier.history;
  return (
    <section class="story" aria-labelledby="story">
      <h2 id="story">{say.one.story}</h2>
      {earlier > 0 && (
        <>
          <Opening detail={detail} say={say} text={detail.text} />
          <p class="happened">{say.one.earlier(earlier)}</p>
        </>
      )}
      {items.map((item, index) => (
        <div key={index} class="item">
          {item.day !== items[index - 1]?.day && <p class="day">{thaiDate(item.day, 'long')}</p>}
          <Item item={item} detail={detail} say={say} />
        </div>
      ))}
    </section>
  );
}
