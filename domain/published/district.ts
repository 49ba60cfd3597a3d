import { z } from 'zod';
import { InstrumentId } from '../ita/framework.ts';
import { WebAddress } from '../words/web-address.ts';
import { PageAgency } from './frame.ts';
import type { HomePage } from './home.ts';

/** What its own public page says of an agency's newest result. */
const DistrictResult = z.object({
  /** Buddhist. */
  fiscalYear: z.int(),
  /** Of 100; absent where the source does not give it. */
  score: z.number().min(0).max(100).optional(),
  level: z.string().optional(),
  /** The next better level, and what keeps the agency from it; absent at the best one. */
  next: z
    .object({
      label: z.string(),
      /** The overall score falls short. */
      overall: z.boolean(),
      instruments: z.array(InstrumentId),
    })
    .optional(),
});
export type DistrictResult = z.infer<typeof DistrictResult>;

/** One agency as its district's page lists it; without a result where it has published none. */
export const DistrictAgency = z.object({
  id: z.string(),
  name: z.string(),
  /** The origin of its pages, without a slash at the end; absent while it is not known. */
  address: WebAddress.optional(),
  result: DistrictResult.optional(),
});
export type DistrictAgency = z.infer<typeof DistrictAgency>;

/** `districts/{mark}`: the agencies of one อำเภอ that this deployment serves, by name. */
export const DistrictRecord = z.object({
  version: z.literal(1),
  district: z.string(),
  province: z.string(),
  agencies: z.array(DistrictAgency),
});
export type DistrictRecord = z.infer<typeof DistrictRecord>;

/** The page that lists an agency's own district. */
export const DistrictPage = z.object({
  page: z.literal('district'),
  agency: PageAgency,
  agencies: z.array(DistrictAgency),
});
export type DistrictPage = z.infer<typeof DistrictPage>;

/** What an agency's own page says of its newest result. */
export function districtResult({ result }: Pick<HomePage, 'result'>): DistrictResult | undefined {
  if (result === undefined) return undefined;
  const { fiscalYear, overall, level } = result;
  const next = level?.next;
  return {
    fiscalYear,
    ...(overall.value === undefined ? {} : { score: overall.value }),
    ...(level === undefined ? {} : { level: level.label }),
    ...(next === undefined
      ? {}
      : {
          next: {
            label: next.label,
            overall: next.overall !== undefined,
            instruments: next.instruments.map(({ id }) => id),
          },
        }),
  };
}

const thai = new Intl.Collator('th');

/** In the order of a Thai dictionary. */
export const byName = (agencies: readonly DistrictAgency[]): DistrictAgency[] =>
  agencies.toSorted((a, b) => thai.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
