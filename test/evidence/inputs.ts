import { khoen } from '../../domain/agency/khoen.ts';
import type { Block, Content, Table } from '../../domain/evidence/content.ts';
import type { EvidenceInputs } from '../../domain/evidence/inputs.ts';
import { EvidenceProfile } from '../../domain/evidence/profile.ts';
import { standardSurvey } from '../../domain/survey/standard-survey.ts';

/** What evidence is built from, with nothing counted yet; a test says what it changes. */
export const inputsWith = (changed: Partial<EvidenceInputs> = {}): EvidenceInputs => ({
  agency: khoen(Buffer.alloc(16, 7).toString('base64')),
  profile: EvidenceProfile.parse({ version: 1 }),
  publicUrl: 'https://prongsai.example',
  fiscalYear: 2570,
  today: '2027-04-01',
  preset: 'first-half',
  tipOffices: ['สำนักปลัด'],
  countedSince: '2026-10-01',
  carried: {},
  checked: {},
  cases: {},
  tips: {},
  survey: standardSurvey('satisfaction', 'ความพึงพอใจ'),
  answers: {},
  surveyed: {},
  comments: [],
  serviceMonths: {},
  measures: [],
  assessed: [],
  ...changed,
});

export function tableIn({ blocks }: Content, id: string): Table {
  const found = blocks.find((block) => block.kind === 'table' && block.id === id);
  if (found?.kind !== 'table') throw new Error(`no table ${id}`);
  return found;
}

export const hasTable = ({ blocks }: Content, id: string): boolean =>
  blocks.some((block) => block.kind === 'table' && block.id === id);

const words = (block: Block): string =>
  block.kind === 'text' || block.kind === 'heading' || block.kind === 'warning'
    ? block.text
    : JSON.stringify(block);

export const wordsIn = ({ blocks }: Content): string => blocks.map(words).join('\n');
