import { evidenceWords as shared } from '../../catalogue/evidence.ts';
import { complaintGuidelineWords as say } from '../../catalogue/evidence-complaints.ts';
import type { Content } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { clockRange, missing, outsideChannels, tipReceivers } from '../settings.ts';

/** แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ: the four parts that the item asks for. */
export function complaintGuideline(inputs: EvidenceInputs): Content {
  const { agency, profile, publicUrl } = inputs;
  const { tipDays } = profile;
  const receivers = tipReceivers(inputs);
  return {
    method: shared.fromSettings(agency.name),
    blocks: [
      {
        kind: 'text',
        text: say.about(agency.name),
      },
      { kind: 'heading', text: say.howHeading },
      {
        kind: 'list',
        ordered: false,
        items: [
          say.form(`${publicUrl}/tip`),
          shared.lineMenu(agency.shortName, shared.tipMenu),
          say.paper,
          say.telephone(agency.phone, clockRange(agency)),
          ...outsideChannels(agency, 'tip').map(say.outside),
        ],
      },
      {
        kind: 'text',
        text: say.facts,
      },
      { kind: 'heading', text: say.stepsHeading },
      {
        kind: 'list',
        ordered: true,
        items: say.steps(agency.tipTimes.map((time) => time.replace(':', '.'))),
      },
      { kind: 'heading', text: say.receiversHeading },
      ...(receivers.length === 0
        ? ([
            {
              kind: 'warning',
              text: say.noReceiver,
            },
          ] as const)
        : ([{ kind: 'list', ordered: false, items: receivers }] as const)),
      { kind: 'heading', text: say.timeHeading },
      {
        kind: 'list',
        ordered: false,
        items: [
          say.firstAnswer(agency.firstAnswerDays),
          ...(tipDays === undefined ? [] : [say.tipDays(tipDays)]),
        ],
      },
      ...missing(tipDays === undefined && say.tipDaysMissing),
    ],
  };
}
