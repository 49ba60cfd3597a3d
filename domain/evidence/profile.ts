import { z } from 'zod';
import { BandLimits } from '../survey/bands.ts';
import { WebAddress } from '../words/web-address.ts';

const line = z.string().trim().min(1).max(300);
const words = z.string().trim().min(1).max(3000);

/** A service that can be had without coming to the office. */
export const OnlineService = z.strictObject({ label: line, url: WebAddress, note: line.optional() });

/** Something in which residents had a say. */
export const ParticipationRow = z.strictObject({
  title: line,
  day: z.iso.date(),
  place: line,
  people: z.int().min(0).max(1_000_000),
  result: words,
  url: WebAddress.optional(),
});

/** `settings/evidence`: what the agency enters for its pages; what is missing is said to be missing. */
export const EvidenceProfile = z.strictObject({
  version: z.literal(1),
  address: words.optional(),
  email: z.email().optional(),
  mapUrl: WebAddress.optional(),
  website: WebAddress.optional(),
  socialUrl: WebAddress.optional(),
  lineUrl: WebAddress.optional(),
  /** Position or office that receives complaints of corruption, in the agency's own words. */
  tipReceiver: line.optional(),
  /** How long handling a complaint of corruption takes at most, in days. */
  tipDays: z.int().min(1).max(365).optional(),
  services: z.array(OnlineService).max(50).default([]),
  participation: z.array(ParticipationRow).max(100).default([]),
  questions: z
    .array(z.strictObject({ question: words, answer: words }))
    .max(100)
    .default([]),
  /** How many people the survey was for, where it is known. */
  population: z.int().min(1).max(10_000_000).optional(),
  /** Where the words for means begin in its reports; the usual ones where nothing is said. */
  bands: BandLimits.optional(),
});
export type EvidenceProfile = z.infer<typeof EvidenceProfile>;

export const emptyProfile: EvidenceProfile = EvidenceProfile.parse({ version: 1 });
