import type { Channel } from '../case/case.ts';
import { evidenceWords } from '../catalogue/evidence.ts';
import type { Response } from '../survey/survey.ts';

const { channels, surveyChannels } = evidenceWords;

export const surveyChannelLabels: readonly { readonly id: Response['channel']; readonly label: string }[] = [
  { id: 'line', label: surveyChannels.line },
  { id: 'web', label: surveyChannels.web },
  { id: 'tablet', label: surveyChannels.tablet },
  { id: 'paper', label: surveyChannels.paper },
];

export const channelLabels: readonly {
  readonly id: Channel;
  readonly label: string;
  readonly online: boolean;
}[] = [
  { id: 'line', label: channels.line, online: true },
  { id: 'web', label: channels.web, online: true },
  { id: 'facebook', label: channels.facebook, online: true },
  { id: 'phone', label: channels.phone, online: false },
  { id: 'paper', label: channels.paper, online: false },
  { id: 'damrongdhama', label: channels.damrongdhama, online: false },
];
