import { describe, expect, test } from 'vitest';
import { Agency } from '../../../domain/agency/agency.ts';
import { khoen } from '../../../domain/agency/khoen.ts';
import { demoStaff } from '../../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../../domain/agency/khoen-survey.ts';
import { mayWorkCases, Staff } from '../../../domain/agency/staff.ts';
import { Survey } from '../../../domain/survey/survey.ts';
import { guessCategory } from '../../../domain/words/classify.ts';
import { graphemes } from '../../../domain/words/graphemes.ts';

const agency = khoen('AAAAAAAAAAAAAAAAAAAAAA==');
const units = agency.units.map(({ id }) => id);

describe('the first agency', () => {
  test('and its survey and staff are what their schemas say', () => {
    expect(Agency.parse(agency)).toEqual(agency);
    expect(Survey.parse(khoenSurvey)).toEqual(khoenSurvey);
    for (const staff of demoStaff) expect(Staff.parse(staff)).toEqual(staff);
  });

  test('every label fits a LINE button, even where ำ counts as two', () => {
    const labels = [
      agency.units,
      agency.categories,
      agency.places,
      agency.services,
      agency.outside,
      agency.tipOffices,
      agency.tipKinds,
      khoenSurvey.scale,
      khoenSurvey.reasons,
      khoenSurvey.ageBands,
    ].flatMap((list) => list.map(({ label }) => label));
    for (const label of labels) {
      expect(graphemes(label.replaceAll('ำ', 'xx')), label).toBeLessThanOrEqual(20);
    }
  });

  test('ids are unique in each list, and every unit that is named exists', () => {
    for (const list of [agency.units, agency.categories, agency.places, agency.services, agency.outside]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    }
    const named = [...agency.categories, ...agency.services, ...demoStaff].map(({ unit }) => unit);
    expect(named.filter((unit) => unit !== undefined && !units.includes(unit))).toEqual([]);
    expect(agency.tipOffices.map(({ id }) => id)).toEqual(expect.arrayContaining([...units, 'unsure']));
  });

  test('every category has somebody who may work its cases', () => {
    for (const { person, deputy } of agency.categories) {
      expect(mayWorkCases(demoStaff.find(({ id }) => id === person))).toBe(true);
      expect(mayWorkCases(demoStaff.find(({ id }) => id === deputy))).toBe(true);
    }
  });

  test('whatever single unit a tip concerns, an integrity officer of another is left to read it', () => {
    const integrity = demoStaff.filter(({ roles }) => roles.includes('integrity'));
    for (const unit of units) expect(integrity.some((staff) => staff.unit !== unit)).toBe(true);
  });

  test('every keyword alone leads to its own category', () => {
    for (const { id, keywords } of agency.categories) {
      for (const keyword of keywords) {
        expect([id, undefined], keyword).toContain(
          guessCategory(keyword.replace('…', ''), agency.categories)?.id,
        );
      }
    }
  });

  test('choices fit one page of quick replies, but for places', () => {
    for (const list of [agency.categories, agency.services, agency.tipOffices, agency.tipKinds]) {
      expect(list.length).toBeLessThanOrEqual(13);
    }
  });
});
