import { z } from 'zod';
import { OutsideChannel, Place, Service, TipOffice, Unit, Voice } from '../agency/agency.ts';
import { Role } from '../agency/staff.ts';

/** Somebody on the staff as the others see them: `handle` names them to the server, `unit` is a unit's id. */
export const Colleague = z.object({
  handle: z.string(),
  name: z.string(),
  roles: z.array(Role),
  unit: z.string().optional(),
});
export type Colleague = z.infer<typeof Colleague>;

/** A category as the console shows it; `person` and `deputy` are handles, `days` its target for the first answer. */
export const ShownCategory = z.object({
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  person: z.string().optional(),
  deputy: z.string().optional(),
  days: z.int(),
  aboutStaff: z.boolean(),
});
export type ShownCategory = z.infer<typeof ShownCategory>;

const Named = z.object({ id: z.string(), label: z.string() });

/** What the console knows of its agency before anything else is asked. */
export const ConsoleAgency = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  district: z.string(),
  province: z.string(),
  phone: z.string(),
  voice: Voice,
  units: z.array(Unit.pick({ id: true, label: true }).extend({ head: z.string().optional() })),
  categories: z.array(ShownCategory),
  places: z.array(Place),
  /** What can be chosen no more, for what was done while it could. */
  retired: z.object({ units: z.array(Named), categories: z.array(Named), places: z.array(Place) }),
  services: z.array(Service),
  tipOffices: z.array(TipOffice),
  tipKinds: z.array(z.object({ id: z.string(), label: z.string() })),
  outside: z.array(OutsideChannel),
  holidays: z.array(z.iso.date()),
  firstAnswerDays: z.int(),
  receiptSalt: z.string(),
});
export type ConsoleAgency = z.infer<typeof ConsoleAgency>;

/** `GET /api/staff/me`. `today` is the server's day in Bangkok, `until` when the session ends, ISO. */
export const Me = Colleague.extend({
  today: z.iso.date(),
  until: z.iso.datetime(),
  agency: ConsoleAgency,
  staff: z.array(Colleague),
});
export type Me = z.infer<typeof Me>;

/** `POST /api/staff/sign-in`: the raw ID token, for a ticket that is exchanged within a minute. */
export const SignInBody = z.strictObject({ idToken: z.string().min(1).max(4096) });
export const Ticket = z.object({ ticket: z.string() });

/** `POST /api/staff/session`: the ticket, once, for the bearer of a session and the handle of whose it is. */
export const TicketBody = z.strictObject({ ticket: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
export const Session = z.object({ bearer: z.string(), handle: z.string(), until: z.iso.datetime() });
export type Session = z.infer<typeof Session>;
