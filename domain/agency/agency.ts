import { z } from 'zod';
import { Retention } from '../retention/retention.ts';
import { WebAddress } from '../words/web-address.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const isoDay = z.iso.date();
/** A label that fits a LINE button: 1 to 20 grapheme clusters are checked where the button is made. */
const label = z.string().min(1).max(60);

/** กอง/สำนัก: a part of the agency that answers for categories; `head` is a staff id. */
export const Unit = z.object({ id, label, head: z.string().optional() });
export type Unit = z.infer<typeof Unit>;

/**
 * What a complaint can be about. `keywords` are substrings (Thai has no spaces) that make the category
 * the guess; `person` and `deputy` are the staff ids that are alerted; `days` is its target for the first answer.
 */
export const Category = z.object({
  id,
  label,
  keywords: z.array(z.string().min(2)),
  unit: id,
  person: z.string().optional(),
  deputy: z.string().optional(),
  days: z.int().min(1).max(365),
  aboutStaff: z.boolean().default(false),
});
export type Category = z.infer<typeof Category>;

/** A หมู่ of the agency. `name` (ชื่อบ้าน) is empty until the agency enters it. */
export const Place = z.object({
  id,
  label,
  number: z.int().min(1).max(99).optional(),
  name: z.string().max(60).default(''),
});
export type Place = z.infer<typeof Place>;

/** A service that residents rate; its requests come as cases of `category`, where there is one for it. */
export const Service = z.object({ id, label, unit: id, category: id.optional() });
export type Service = z.infer<typeof Service>;

/** Somewhere outside the agency where a person can turn to; at least one of `phone` and `url` is given. */
export const OutsideChannel = z.object({
  id,
  label,
  phone: z.string().optional(),
  url: WebAddress.optional(),
  for: z.array(z.enum(['tip', 'complaint', 'danger'])),
});
export type OutsideChannel = z.infer<typeof OutsideChannel>;

/** How the bot addresses people and ends its sentences. */
export const Voice = z.object({ you: z.enum(['ท่าน', 'คุณ']), particle: z.enum(['ค่ะ', 'ครับ']) });
export type Voice = z.infer<typeof Voice>;

/** Of an agency that has not said. */
export const DEFAULT_VOICE: Voice = { you: 'ท่าน', particle: 'ค่ะ' };

/** Days are ISO weekdays (1 Monday … 7 Sunday); times are Asia/Bangkok. */
export const OfficeHours = z.object({ days: z.array(z.int().min(1).max(7)), from: clock, to: clock });
export type OfficeHours = z.infer<typeof OfficeHours>;

/** An office that a tip may concern; whoever sits in it must not read that tip. */
export const TipOffice = z.object({ id, label });
export type TipOffice = z.infer<typeof TipOffice>;

/** What is offered no longer; what came before still goes by its name. */
export const Retired = z.object({
  units: z.array(Unit).default([]),
  categories: z.array(Category).default([]),
  places: z.array(Place).default([]),
  services: z.array(Service).default([]),
});
export type Retired = z.infer<typeof Retired>;

/**
 * Where the assessors' own questions to those who deal with the agency (EIT) are answered, and from which ISO day to
 * which. They are the assessors': nothing of them is asked here.
 */
export const Eit = z.object({ url: WebAddress, from: isoDay, to: isoDay });
export type Eit = z.infer<typeof Eit>;

/** One agency's profile and settings, as `agencies/{id}` with its places and services gathered in. */
export const Agency = z.object({
  version: z.literal(1),
  id,
  name: z.string(),
  shortName: z.string(),
  district: z.string(),
  province: z.string(),
  phone: z.string(),
  /** The origin at which its pages stand, which tells it from others in one process; not needed by the default one. */
  publicUrl: WebAddress.optional(),
  voice: Voice,
  units: z.array(Unit).min(1),
  categories: z.array(Category).min(1),
  places: z.array(Place),
  services: z.array(Service),
  retired: Retired.prefault({}),
  outside: z.array(OutsideChannel),
  eit: Eit.optional(),
  tipOffices: z.array(TipOffice).min(1),
  tipKinds: z.array(z.object({ id, label })).min(1),
  officeHours: OfficeHours,
  /** ISO days on which the office is closed. */
  holidays: z.array(isoDay),
  firstAnswerDays: z.int().min(1).max(90),
  /** When tips become listed and alerted, twice a day. */
  tipTimes: z.tuple([clock, clock]),
  /** When the morning card goes out. */
  morningCardAt: clock,
  /** How long each kind is kept, in fiscal years. */
  retention: Retention.prefault({}),
  /** 16 public random octets, Base64: part of the salt of every receipt. */
  receiptSalt: z.string(),
});
export type Agency = z.infer<typeof Agency>;
