import type { Agency, OutsideChannel } from '../agency/agency.ts';
import type { Block } from './content.ts';
import type { EvidenceInputs } from './inputs.ts';

const weekdays = ['จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์', 'อาทิตย์'] as const;

/** `จันทร์–ศุกร์ 08.30–16.30 น.`, or the days one by one where they do not follow each other. */
export function clockRange({ officeHours }: Agency): string {
  const days = officeHours.days.toSorted((a, b) => a - b);
  const names = days.map((day) => weekdays[day - 1] ?? '');
  const first = days[0] ?? 1;
  const inARow = days.every((day, at) => day === first + at) && days.length > 2;
  const said = inARow ? `${names.at(0)}–${names.at(-1)}` : names.join(' ');
  return `${said} ${officeHours.from.replace(':', '.')}–${officeHours.to.replace(':', '.')} น.`;
}

const outsideWords = ({ label, phone, url }: OutsideChannel): string =>
  [label, ...(phone === undefined ? [] : [`โทร ${phone}`]), ...(url === undefined ? [] : [url])].join(' ');

export const channelsFor = (agency: Agency, purpose: OutsideChannel['for'][number]): OutsideChannel[] =>
  agency.outside.filter((channel) => channel.for.includes(purpose));

/** Outside channels in words, each with all the ways to reach it. */
export const outsideChannels = (agency: Agency, purpose: OutsideChannel['for'][number]): string[] =>
  channelsFor(agency, purpose).map(outsideWords);

/** Who receives complaints of corruption, by position, never by name. */
export function tipReceivers({ profile, tipOffices }: EvidenceInputs): string[] {
  const { tipReceiver } = profile;
  return tipReceiver === undefined ? tipOffices.map((office) => `ผู้รับเรื่องทุจริต ${office}`) : [tipReceiver];
}

/** Says which settings are missing for a page, so that nobody takes a gap for an answer. */
export const missing = (...labels: (string | false)[]): Block[] => {
  const names = labels.filter((label) => label !== false);
  return names.length === 0 ? [] : [{ kind: 'warning', text: `ยังไม่ได้กรอกข้อมูล: ${names.join(', ')}` }];
};
