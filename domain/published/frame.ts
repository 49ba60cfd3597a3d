import { z } from 'zod';
import { type Agency, DEFAULT_VOICE, OutsideChannel, Voice } from '../agency/agency.ts';
import { WebAddress } from '../words/web-address.ts';

/** What every page says of its agency, around its own matter. */
export const PageAgency = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  district: z.string(),
  province: z.string(),
  phone: z.string(),
  /** What was published before pages carried it has the default. */
  voice: Voice.default(DEFAULT_VOICE).describe(
    'How the agency addresses its readers and ends its sentences.',
  ),
  outside: z.array(OutsideChannel),
  /** Where residents open the agency's LINE account. */
  lineUrl: WebAddress.optional(),
});
export type PageAgency = z.infer<typeof PageAgency>;

export const pageAgency = (agency: Agency, lineUrl?: string): PageAgency => ({
  id: agency.id,
  name: agency.name,
  shortName: agency.shortName,
  district: agency.district,
  province: agency.province,
  phone: agency.phone,
  voice: agency.voice,
  outside: agency.outside,
  ...(lineUrl === undefined ? {} : { lineUrl }),
});
