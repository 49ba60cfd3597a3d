import { evidenceWords as shared } from '../../catalogue/evidence.ts';
import { complaintChannelWords } from '../../catalogue/evidence-complaints.ts';
import { spoken } from '../../catalogue/voice.ts';
import type { Content } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { channelsFor, tipReceivers } from '../settings.ts';

/** ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ: online, apart from general complaints. */
export function complaintChannel(inputs: EvidenceInputs): Content {
  const { agency, profile, publicUrl } = inputs;
  const say = complaintChannelWords(spoken(agency.voice));
  const receivers = tipReceivers(inputs);
  const { lineUrl } = profile;
  return {
    method: shared.fromSettings(agency.name),
    blocks: [
      {
        kind: 'text',
        text: say.about(agency.name),
      },
      { kind: 'heading', text: say.online },
      {
        kind: 'facts',
        rows: [
          { label: say.form, value: `${publicUrl}/tip`, href: '/tip' },
          { label: say.track, value: `${publicUrl}/track`, href: '/track' },
          {
            label: 'LINE',
            value: shared.lineMenu(agency.shortName, shared.tipMenu),
            ...(lineUrl === undefined ? {} : { href: lineUrl }),
          },
          { label: shared.telephone, value: agency.phone, href: `tel:${agency.phone}` },
        ],
      },
      { kind: 'heading', text: say.receivers },
      ...(receivers.length === 0
        ? ([
            {
              kind: 'warning',
              text: say.noReceiver,
            },
          ] as const)
        : ([
            { kind: 'list', ordered: false, items: receivers },
            {
              kind: 'text',
              text: say.excluded,
            },
          ] as const)),
      { kind: 'heading', text: say.protection },
      {
        kind: 'list',
        ordered: false,
        items: say.protections,
      },
      { kind: 'heading', text: say.stepsHeading },
      {
        kind: 'list',
        ordered: true,
        items: say.steps(agency.firstAnswerDays),
      },
      {
        kind: 'facts',
        rows: [
          {
            label: say.guidelineLabel,
            value: say.guideline,
            href: '/oit/complaint_guideline',
          },
        ],
      },
      { kind: 'heading', text: say.outside },
      {
        kind: 'facts',
        rows: channelsFor(agency, 'tip').map(({ label, phone, url }) => ({
          label,
          value: [
            ...(phone === undefined ? [] : [shared.call(phone)]),
            ...(url === undefined ? [] : [url]),
          ].join(' · '),
          href: url ?? `tel:${phone}`,
        })),
      },
      {
        kind: 'poster',
        title: say.poster.title,
        lines: [
          agency.name,
          say.poster.scan,
          ...channelsFor(agency, 'tip').flatMap(({ label, phone }) =>
            phone === undefined ? [] : [say.poster.call(label, phone)],
          ),
        ],
        url: `${publicUrl}/tip`,
      },
      {
        kind: 'form',
        title: say.paper.title,
        intro: say.paper.intro(agency.name),
        fields: [
          { label: say.paper.who, lines: 2 },
          { label: say.paper.what, lines: 6 },
          { label: say.paper.when, lines: 1 },
          { label: say.paper.where, lines: 1 },
          { label: say.paper.evidence, lines: 3 },
        ],
        outro: say.paper.outro,
      },
    ],
  };
}
