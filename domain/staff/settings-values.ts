import { z } from 'zod';
import { OutsideChannel, Voice } from '../agency/agency.ts';
import { LEAST_YEARS, MOST_YEARS } from '../retention/retention.ts';
import { Dimension } from '../survey/survey.ts';
import { cleanText } from '../words/clean.ts';
import { buttonLabel, clockTime, day, knownId, line, phone, webUrl, wholeNumber, words } from './fields.ts';
import { TEMPLATE_UNITS } from './templates.ts';

/** What is offered, and what is offered no longer but still named by what came before. */
const offered = <Item extends z.ZodType>(item: Item, most: number) =>
  z.object({
    list: z.array(item).min(1, 'too_few').max(most, 'too_many'),
    retired: z.array(item).max(200, 'too_many').default([]),
  });

/** Staff are named by their handles. */
const person = z.string().max(64).optional();

const AgencyValue = z.object({
  name: line(120),
  shortName: line(40),
  district: line(60),
  province: line(60),
  phone,
});

const OutsideValue = z.object({
  list: z
    .array(
      z
        .object({
          id: knownId,
          label: buttonLabel,
          phone: phone.optional(),
          url: webUrl.optional(),
          for: z.array(z.enum(OutsideChannel.shape.for.element.options)).min(1, 'too_few'),
        })
        .refine((one) => one.phone !== undefined || one.url !== undefined, {
          message: 'needs_way',
          path: ['phone'],
        }),
    )
    .min(1, 'too_few')
    .max(30, 'too_many'),
});

const UnitItem = z.object({ id: knownId, label: buttonLabel, head: person });
const CategoryItem = z.object({
  id: knownId,
  label: buttonLabel,
  keywords: z
    .array(z.string())
    .overwrite((typed) => typed.map(cleanText).filter((word) => word !== ''))
    .max(400, 'too_many')
    .refine((kept) => kept.every((word) => word.length >= 2), 'too_short')
    .refine((kept) => kept.every((word) => word.length <= 60), 'too_long'),
  unit: z.string('unknown_unit').min(1, 'unknown_unit'),
  person,
  deputy: person,
  days: wholeNumber(1, 365),
  aboutStaff: z.boolean(),
});
const ServiceItem = z.object({
  id: knownId,
  label: buttonLabel,
  unit: z.string('unknown_unit').min(1, 'unknown_unit'),
  category: z.string().max(40).optional(),
});
const PlaceItem = z.object({
  id: knownId,
  label: buttonLabel,
  number: wholeNumber(1, 99).optional(),
  name: z.string().max(60, 'too_long'),
});
const QuestionItem = z.object({
  id: knownId,
  dimension: z.enum(Dimension.options, 'bad_value'),
  text: line(300),
});

const TimesValue = z
  .object({
    officeHours: z.object({
      days: z.array(z.int().min(1).max(7)).min(1, 'too_few').max(7),
      from: clockTime,
      to: clockTime,
    }),
    firstAnswerDays: wholeNumber(1, 90),
    tipTimes: z.tuple([clockTime, clockTime]),
    morningCardAt: clockTime,
  })
  .refine(({ officeHours: { from, to } }) => from < to, { message: 'bad_order', path: ['officeHours', 'to'] })
  .refine(({ tipTimes: [first, second] }) => first < second, {
    message: 'bad_order',
    path: ['tipTimes', '1'],
  });

/** Address and days are given together, or none of them. */
const EitValue = z
  .object({ url: webUrl.optional(), from: day.optional(), to: day.optional() })
  .refine(({ url, from, to }) => url !== undefined || (from === undefined && to === undefined), {
    message: 'empty',
    path: ['url'],
  })
  .refine(({ url, from }) => url === undefined || from !== undefined, { message: 'bad_day', path: ['from'] })
  .refine(({ url, to }) => url === undefined || to !== undefined, { message: 'bad_day', path: ['to'] })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    message: 'bad_order',
    path: ['to'],
  });
const keptYears = wholeNumber(LEAST_YEARS, MOST_YEARS);
const RetentionValue = z.object({
  complaint: keptYears,
  question: keptYears,
  suggestion: keptYears,
  tip: keptYears,
  responses: keptYears,
});

const bandLimit = z.number('bad_number').min(1, 'bad_number').max(5, 'bad_number');
/** Where the words for means begin, best word first: each lower than the one before. */
const bandLimits = z.tuple([bandLimit, bandLimit, bandLimit, bandLimit]).superRefine((limits, context) => {
  for (const [at, one] of limits.entries()) {
    if (at > 0 && one >= (limits[at - 1] ?? 0))
      context.addIssue({ code: 'custom', message: 'not_lower', path: [at] });
  }
});

const optionalUrl = webUrl.optional();
const EvidenceValue = z.object({
  address: words(3000).optional(),
  email: z.email('bad_email').optional(),
  mapUrl: optionalUrl,
  website: optionalUrl,
  socialUrl: optionalUrl,
  lineUrl: optionalUrl,
  tipReceiver: line(300).optional(),
  tipDays: wholeNumber(1, 365).optional(),
  population: wholeNumber(1, 10_000_000).optional(),
  bands: bandLimits.optional(),
  services: z
    .array(z.object({ label: line(300), url: webUrl, note: line(300).optional() }))
    .max(50, 'too_many'),
  participation: z
    .array(
      z.object({
        title: line(300),
        day,
        place: line(300),
        people: wholeNumber(0, 1_000_000),
        result: words(3000),
        url: optionalUrl,
      }),
    )
    .max(100, 'too_many'),
});

/**
 * What an admin can set, by the part it is set in. Values are as the browser has them: staff by their handles, new
 * entries without an id.
 */
export const settingsValues = {
  agency: AgencyValue,
  outside: OutsideValue,
  eit: EitValue,
  units: offered(UnitItem, 30),
  categories: offered(CategoryItem, 30),
  services: offered(ServiceItem, 40),
  places: offered(PlaceItem, 99),
  survey: z.object({
    title: line(120),
    questions: z.array(QuestionItem).min(1, 'too_few').max(10, 'too_many'),
    more: z.array(QuestionItem).max(20, 'too_many'),
  }),
  templates: z.object({
    list: z
      .array(
        z.object({
          id: knownId,
          category: z.string().optional(),
          title: line(60),
          text: words(TEMPLATE_UNITS),
        }),
      )
      .max(200, 'too_many'),
  }),
  times: TimesValue,
  holidays: z.object({ days: z.array(day).max(400, 'too_many') }),
  voice: Voice,
  retention: RetentionValue,
  evidence: EvidenceValue,
} as const;

export type SettingsPart = keyof typeof settingsValues;
export type SettingsValue<Part extends SettingsPart> = z.output<(typeof settingsValues)[Part]>;
