import { z } from 'zod';
import { Fault } from './fields.ts';

/** The parts of the settings, in the order in which they are shown. */
export const SettingsPart = z.enum([
  'agency',
  'voice',
  'times',
  'holidays',
  'units',
  'categories',
  'templates',
  'places',
  'services',
  'survey',
  'outside',
  'eit',
  'retention',
  'evidence',
]);
export type SettingsPart = z.infer<typeof SettingsPart>;

const Named = z.object({ id: z.string(), label: z.string() });

/** Somebody who can be chosen: `worksCases` where cases may be given to them. */
export const Choosable = z.object({
  handle: z.string(),
  name: z.string(),
  unit: z.string().optional(),
  worksCases: z.boolean(),
});
export type Choosable = z.infer<typeof Choosable>;

/** `GET /settings/:part`, and what a stale `PUT` is answered: the part as it is now. */
export const SettingsAnswer = z.object({
  part: SettingsPart,
  /** Sent back with a change; another one means that somebody changed it meanwhile. */
  edition: z.string(),
  value: z.unknown(),
  /** What was there before the last change, for as long as it is offered. `at` is an instant, ISO. */
  former: z.object({ value: z.unknown(), at: z.iso.datetime(), by: z.string() }).optional(),
  units: z.array(Named),
  categories: z.array(Named),
  people: z.array(Choosable),
});
export type SettingsAnswer = z.infer<typeof SettingsAnswer>;

/** The body of `PUT /settings/:part`. */
export const SettingsChange = z.object({ edition: z.string(), value: z.unknown() });
export type SettingsChange = z.infer<typeof SettingsChange>;

/** `now` of a refusal for its fields. */
export const Faults = z.object({ faults: z.array(Fault) });
