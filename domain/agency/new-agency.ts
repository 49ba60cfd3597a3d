import { z } from 'zod';
import { Agency } from './agency.ts';
import { khoen } from './khoen.ts';

const words = z.string().trim().min(1).max(120);

/** An origin, in small letters, without a path or a slash: `https://`, or on this machine. */
const origin = z
  .string()
  .max(253)
  .regex(
    /^(https:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?|http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?)$/,
  );

/** What an agency says of itself before it is served; everything else begins as in others of its kind. */
export const NewAgency = z.object({
  id: Agency.shape.id,
  name: words,
  shortName: words,
  district: words,
  province: words,
  phone: z.string().regex(/^[0-9][0-9 -]{2,19}$/),
  /** How many หมู่ it has. */
  villages: z.int().min(1).max(99),
  publicUrl: origin,
});
export type NewAgency = z.infer<typeof NewAgency>;

/** `salt`: 16 public random octets in Base64. */
export function newAgency({ villages, ...said }: NewAgency, salt: string): Agency {
  const places = Array.from({ length: villages }, (_, index) => ({
    id: `moo-${index + 1}`,
    label: `หมู่ ${index + 1}`,
    number: index + 1,
    name: '',
  }));
  return { ...khoen(salt), ...said, places };
}
