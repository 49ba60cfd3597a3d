import type { Framework } from '../ita/framework.ts';
import { frameworks } from '../ita/frameworks.ts';
import type { SubmissionItem, SubmissionPlan } from './plan.ts';

/** Where the items of a year come from: an admin, that year's framework, or an earlier year's until one is known. */
export type ItemsFrom = { readonly by: 'admin' } | { readonly by: 'framework'; readonly fiscalYear: number };

const disclosed = ({ items }: Framework) => items.filter(({ instrument }) => instrument === 'OIT');

/** The OIT items of a fiscal year (Buddhist), in the order of their numbers. */
export function itemsFor(
  fiscalYear: number,
  plan: Pick<SubmissionPlan, 'items'>,
): { items: readonly SubmissionItem[]; from: ItemsFrom } {
  if (plan.items !== undefined) return { items: plan.items, from: { by: 'admin' } };
  const framework =
    frameworks.findLast((one) => one.fiscalYear <= fiscalYear && disclosed(one).length > 0) ?? frameworks[0];
  if (framework === undefined) return { items: [], from: { by: 'admin' } };
  return {
    items: disclosed(framework).map(({ code, title, key }) => ({
      code,
      title,
      ...(key === undefined ? {} : { key }),
    })),
    from: { by: 'framework', fiscalYear: framework.fiscalYear },
  };
}
