import { z } from 'zod';

/** Longest answer that a template holds, in UTF-16 units: what fits a bubble with its heading. */
export const TEMPLATE_UNITS = 2000;

/** An answer that is written once and used often. Without `category` it is offered for every case. */
export const Template = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  category: z.string().optional(),
  title: z.string().min(1).max(60),
  text: z.string().min(1).max(TEMPLATE_UNITS),
});
export type Template = z.infer<typeof Template>;

/** `settings/templates`: in the order in which they are offered. */
export const Templates = z.object({ version: z.literal(1), list: z.array(Template).max(200) });
export type Templates = z.infer<typeof Templates>;

/** The templates that are offered for a case: those of its category first. */
export function templatesFor({ list }: Templates, category: string | undefined): Template[] {
  const own = list.filter((one) => one.category !== undefined && one.category === category);
  return [...own, ...list.filter((one) => one.category === undefined)];
}
