import type { Agency } from '../agency/agency.ts';
import type { Staff } from '../agency/staff.ts';
import type { Measure } from './measure.ts';

type Seen = Pick<Staff, 'roles' | 'unit'>;
type Responsible = Pick<Measure, 'unit'>;

/** Who may say that a step was taken: officers of the measure's unit, any officer where it has none, and admins. */
export const mayTick = ({ roles, unit }: Seen, measure: Responsible): boolean =>
  roles.includes('admin') ||
  (roles.includes('officer') && (measure.unit === undefined || measure.unit === unit));

/**
 * Who is told of a measure's steps: the officers of its unit and the unit's head; where nobody is there, or the
 * measure has no unit, the admins, who keep the plan.
 */
export function toldOf(
  measure: Responsible,
  staff: readonly Staff[],
  { units }: Pick<Agency, 'units'>,
): Staff[] {
  const unit = units.find(({ id }) => id === measure.unit);
  const ofUnit =
    unit === undefined
      ? []
      : staff.filter(
          (one) => one.id === unit.head || (one.unit === unit.id && one.roles.includes('officer')),
        );
  return ofUnit.length > 0 ? ofUnit : staff.filter(({ roles }) => roles.includes('admin'));
}
