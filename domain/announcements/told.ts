import type { Agency } from '../agency/agency.ts';
import { thaiDate } from '../calendar/thai-date.ts';
import { announcementWords } from '../catalogue/announcements.ts';
import { spoken } from '../catalogue/voice.ts';
import { shortenUnits } from '../words/graphemes.ts';
import { aloud } from './aloud.ts';
import type { AnnouncementMatter } from './announcement.ts';

type Teller = Pick<Agency, 'name' | 'phone' | 'voice' | 'places' | 'units'>;

/** An announcement and where its page stands. */
export interface Told {
  agency: Teller;
  matter: AnnouncementMatter;
  /** The page's whole address. */
  url: string;
}

const period = ({ from, until }: AnnouncementMatter): string =>
  from === until ? thaiDate(from, 'medium') : `${thaiDate(from, 'medium')} - ${thaiDate(until, 'medium')}`;

/** The หมู่ that it is for by their names; none where it is for all. Ids that are gone are left out. */
export const placesOf = (agency: Pick<Agency, 'places'>, { places }: AnnouncementMatter): string[] =>
  agency.places
    .filter(({ id }) => places.includes(id))
    .map(({ label, name }) => (name === '' ? label : `${label} ${name}`));

const unitOf = ({ units }: Teller, { unit }: AnnouncementMatter): string | undefined =>
  units.find(({ id }) => id === unit)?.label;

/** The lines that stand under the text wherever it is read. */
function facts({ agency, matter }: Told): string[] {
  const words = announcementWords(spoken(agency.voice));
  const [places, unit] = [placesOf(agency, matter), unitOf(agency, matter)];
  return [
    words.when(period(matter)),
    ...(places.length === 0 ? [] : [words.forPlaces(places)]),
    ...(unit === undefined ? [] : [words.fromUnit(unit)]),
    words.call(agency.phone),
  ];
}

/** The text to be put on the agency's own Facebook page. */
export function facebookText(told: Told): string {
  const { agency, matter, url } = told;
  const words = announcementWords(spoken(agency.voice));
  return [
    words.headline(matter.title),
    matter.text,
    facts(told).join('\n'),
    words.more(url),
    agency.name,
  ].join('\n\n');
}

const LINE_TEXT_MOST = 5000;

/** The one text of the broadcast in LINE, at most 5,000 UTF-16 units: of a longer one the words are cut, not the facts. */
export function lineText(told: Told): string {
  const { agency, matter, url } = told;
  const words = announcementWords(spoken(agency.voice));
  const withText = (text: string): string =>
    [words.headline(matter.title), text, facts(told).join('\n'), words.more(url)].join('\n\n');
  return withText(shortenUnits(matter.text, Math.max(0, LINE_TEXT_MOST - withText('').length)));
}

/** What is read out over the village's loudspeakers, sentence by sentence, with nothing in it that has to be worked out. */
export function loudspeakerScript({ agency, matter }: Omit<Told, 'url'>): string[] {
  const words = announcementWords(spoken(agency.voice));
  const say = (text: string): string => aloud(text, words.website);
  const [places, unit] = [placesOf(agency, matter), unitOf(agency, matter)];
  const { from, until } = matter;
  const last = thaiDate(until, 'long');
  const isOneYear = from.slice(0, 4) === until.slice(0, 4);
  const first = thaiDate(from, 'long').replace(isOneYear ? / \d{4}$/ : '', '');
  const paragraphs = matter.text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '');
  return [
    words.loudspeaker.greeting(places.map(say)),
    words.loudspeaker.from(say(agency.name), unit === undefined ? undefined : say(unit)),
    words.loudspeaker.title(say(matter.title)),
    ...paragraphs.map(say),
    from === until ? words.loudspeaker.on(say(last)) : words.loudspeaker.during(say(first), say(last)),
    words.loudspeaker.ask(say(words.loudspeaker.phone(agency.phone))),
    words.loudspeaker.again(say(matter.title)),
    words.loudspeaker.thanks,
  ];
}
