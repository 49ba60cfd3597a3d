import { z } from 'zod';
import { type Agency, OutsideChannel } from '../agency/agency.ts';

/** What every page says of its agency, around its own matter. */
export const PageAgency = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  district: z.string(),
  province: z.string(),
  phone: z.string(),
  outside: z.array(OutsideChannel),
  /** Where residents open the agency's LINE account. */
  lineUrl: z.url().optional(),
});
export type PageAgency = z.infer<typeof PageAgency>;

export const pageAgency = (agency: Agency, lineUrl?: string): PageAgency => ({
  id: agency.id,
  name: agency.name,
  shortName: agency.shortName,
  district: agency.district,
  province: agency.province,
  phone: agency.phone,
  outside: agency.outside,
  ...(lineUrl === undefined ? {} : { lineUrl }),
});
