import { kindBeginnings } from '../catalogue/agency-kinds.ts';
import type { Agency } from './agency.ts';

/** Which kind of local government an agency is; `other` for what neither name tells. */
export const agencyKinds = ['tambon', 'municipality', 'province', 'other'] as const;
export type AgencyKind = (typeof agencyKinds)[number];

const told = ['tambon', 'municipality', 'province'] as const;

/** The kind by the short name in the agency's settings, or else by its whole one. */
export function kindOf({ shortName, name }: Pick<Agency, 'shortName' | 'name'>): AgencyKind {
  const begins = (words: string) =>
    told.find((kind) => kindBeginnings[kind].some((beginning) => words.trim().startsWith(beginning)));
  return begins(shortName) ?? begins(name) ?? 'other';
}
