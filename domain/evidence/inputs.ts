import type { Agency } from '../agency/agency.ts';
import type { CarriedMonth, CheckedMonth } from '../case/months.ts';
import type { NamedMeasure } from '../measures/measure.ts';
import type { ApprovedYear } from '../published/home-result.ts';
import type { ServiceMonth } from '../service/counts.ts';
import type { ChosenComment } from '../survey/comments.ts';
import type { Survey } from '../survey/survey.ts';
import type { Digits } from './digits.ts';
import type { Preset } from './periods.ts';
import type { EvidenceProfile } from './profile.ts';

export type Counts = Readonly<Record<string, number>>;

/** All that evidence of one fiscal year can be built from. Counts are as they stood when they were read. */
export type EvidenceInputs = {
  readonly agency: Agency;
  readonly profile: EvidenceProfile;
  readonly publicUrl: string;
  /** Buddhist. */
  readonly fiscalYear: number;
  /** The ISO day in Asia/Bangkok on which it is built. */
  readonly today: string;
  readonly preset: Preset;
  /** Those that people read the document in; Arabic where nothing is said. */
  readonly digits?: Digits;
  /** The offices in which somebody sits who can read tips. */
  readonly tipOffices: readonly string[];
  /** The day from which on the system has counted; before it, nothing is known. */
  readonly countedSince?: string;
  /** General complaints of months (`YYYY-MM`) that the system did not count, as they were added up. */
  readonly carried: Readonly<Record<string, CarriedMonth>>;
  /** Months for which somebody confirmed that every channel was checked: only there is zero zero. */
  readonly checked: Readonly<Record<string, CheckedMonth>>;
  /** Received cases by fiscal year. */
  readonly cases: Readonly<Record<number, Counts>>;
  /** Tips by `{fiscalYear}-{half}`; only half-years that have closed. */
  readonly tips: Readonly<Record<string, Counts>>;
  readonly survey: Survey;
  /** Answers of the fiscal year by service. */
  readonly answers: Readonly<Record<string, Counts>>;
  /** The same of the fiscal years that a report needs: its period's, and the one before that. */
  readonly surveyed: Readonly<Record<number, Readonly<Record<string, Counts>>>>;
  /** What residents wrote, as far as staff chose it for the report. */
  readonly comments: readonly ChosenComment[];
  /** The plans of the fiscal year and of the one before, each in its order. */
  readonly measures: readonly NamedMeasure[];
  /** The approved ITA results that those plans answer: of the year before each. */
  readonly assessed: readonly ApprovedYear[];
  /** What officers entered of services, by month (`YYYY-MM`) of the document's period. */
  readonly serviceMonths: Readonly<Record<string, ServiceMonth>>;
};
