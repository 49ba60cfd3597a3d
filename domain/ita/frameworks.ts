import type { Framework } from './framework.ts';
import { framework2565 } from './frameworks/fy2565.ts';
import { framework2566 } from './frameworks/fy2566.ts';
import { framework2567 } from './frameworks/fy2567.ts';
import { framework2568 } from './frameworks/fy2568.ts';
import { framework2569 } from './frameworks/fy2569.ts';

/** Oldest first. */
export const frameworks: readonly Framework[] = [
  framework2565,
  framework2566,
  framework2567,
  framework2568,
  framework2569,
];

/** The framework of a fiscal year (Buddhist), if its list was found. */
export const frameworkOf = (fiscalYear: number): Framework | undefined =>
  frameworks.find((framework) => framework.fiscalYear === fiscalYear);
