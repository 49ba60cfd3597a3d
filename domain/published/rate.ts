import { z } from 'zod';
import { Service } from '../agency/agency.ts';
import { FormChannel, FormFields } from '../survey/form.ts';
import { Survey } from '../survey/survey.ts';
import { WebAddress } from '../words/web-address.ts';
import { PageAgency } from './frame.ts';

/**
 * The counter survey of one service, as one plain form. `once` comes back with the answers, so that a form sent
 * twice counts once. `given` are answers that could not be taken, `state` says why.
 */
export const RatePage = z.object({
  page: z.literal('rate'),
  agency: PageAgency,
  service: Service,
  survey: Survey,
  channel: FormChannel,
  once: z.string(),
  state: z.enum(['empty', 'unanswered', 'invalid', 'busy', 'done']),
  given: FormFields,
  /** Where EIT is answered, while it can be. */
  eit: z.object({ url: WebAddress, until: z.iso.date() }).optional(),
});
export type RatePage = z.infer<typeof RatePage>;

/** A poster for the counter with the survey's QR code. */
export const RatePosterPage = z.object({
  page: z.literal('rate_poster'),
  agency: PageAgency,
  service: Service,
});
export type RatePosterPage = z.infer<typeof RatePosterPage>;

/** Every service that can be rated. */
export const RateListPage = z.object({
  page: z.literal('rate_list'),
  agency: PageAgency,
  services: z.array(Service),
});
export type RateListPage = z.infer<typeof RateListPage>;
