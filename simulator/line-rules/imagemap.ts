/**
 * Imagemap messages.
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-message
 */
import { anything, byType, httpsUrl, list, number, record, text } from './rules.ts';

const pixel = number({ min: 0, integer: true });
const area = record({ required: { x: pixel, y: pixel, width: pixel, height: pixel } });
const label = text({ max: 50, unit: 'grapheme' });

const imagemapAction = byType({
  uri: record({
    required: { type: anything, linkUri: text({ max: 1000 }), area },
    optional: { label },
  }),
  message: record({
    required: { type: anything, text: text({ max: 400, unit: 'grapheme' }), area },
    optional: { label },
  }),
  clipboard: record({
    required: { type: anything, clipboardText: text({ max: 1000 }), area },
    optional: { label },
  }),
});

const video = record({
  required: { originalContentUrl: httpsUrl(), previewImageUrl: httpsUrl(), area },
  optional: {
    externalLink: record({ required: { linkUri: text({ max: 1000 }), label: text({ max: 30 }) } }),
  },
});

export const imagemapProperties = {
  baseUrl: httpsUrl(),
  baseSize: record({
    required: { width: number({ min: 1040, max: 1040 }), height: number({ min: 1, integer: true }) },
  }),
  actions: list(imagemapAction, { min: 0, max: 50 }),
};
export const imagemapVideo = video;
