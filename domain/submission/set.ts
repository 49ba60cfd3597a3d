import { daysBetween } from '../calendar/day.ts';
import { EvidenceKey } from '../evidence/keys.ts';
import { keysIn } from '../ita/keys.ts';
import { itemsFor } from './items.ts';
import type { Duty, OutsideLink, SubmissionItem, SubmissionPlan } from './plan.ts';
import { type ScoredYear, type Stake, stakeOf } from './stakes.ts';

/** What stands for an item in public: a page of this system, a paper of the register, or a page elsewhere. */
export type Proof = {
  readonly kind: 'page' | 'paper' | 'link';
  readonly label: string;
  readonly url: string;
  /** An ISO day: of the approval, the publication, or of its entry. */
  readonly on: string;
};

/** Why nothing stands there yet: a page that the system makes but nobody proposed, one that waits, one taken down. */
export type Lack = 'no_page' | 'waits' | 'withdrawn' | 'nothing';

export type SubmissionRow = SubmissionItem & {
  /** The page that the system can make for it. */
  readonly evidence?: EvidenceKey;
  readonly proofs: readonly Proof[];
  readonly lack?: Lack;
  readonly duty?: Duty;
  /** Days until the item is due, the set's last day where it has no day of its own; negative when it is over. */
  readonly daysLeft?: number;
  readonly stake?: Stake;
};

/** What of the agency's pages and papers is public, or on the way. */
export type Published = {
  readonly pages: readonly {
    readonly key: EvidenceKey;
    readonly title: string;
    readonly url: string;
    readonly approvedOn: string;
    readonly isWithdrawn: boolean;
  }[];
  readonly waiting: readonly EvidenceKey[];
  readonly papers: readonly {
    readonly key: string;
    readonly title: string;
    readonly url: string;
    readonly on: string;
  }[];
};

export type SetInputs = {
  /** Buddhist. */
  readonly fiscalYear: number;
  /** The ISO day in Asia/Bangkok. */
  readonly today: string;
  readonly plan: SubmissionPlan;
  readonly published: Published;
  /** The newest result there is, of this year or an earlier one. */
  readonly scored: ScoredYear | undefined;
};

const isEvidence = (key: string): key is EvidenceKey => EvidenceKey.safeParse(key).success;

/** What an item holds: its own key, and those that its year merged into it. */
const keysOf = (item: SubmissionItem, fiscalYear: number): readonly string[] => [
  ...new Set([...(item.key === undefined ? [] : [item.key]), ...keysIn(item.code, fiscalYear)]),
];

const linkProof = ({ label, url, on }: OutsideLink): Proof => ({ kind: 'link', label, url, on });

function proofsOf(
  keys: readonly string[],
  links: readonly OutsideLink[],
  { pages, papers }: Published,
): Proof[] {
  return [
    ...pages
      .filter(({ key, isWithdrawn }) => keys.includes(key) && !isWithdrawn)
      .map(({ title, url, approvedOn }): Proof => ({ kind: 'page', label: title, url, on: approvedOn })),
    ...papers
      .filter(({ key }) => keys.includes(key))
      .map(({ title, url, on }): Proof => ({ kind: 'paper', label: title, url, on })),
    ...links.map(linkProof),
  ];
}

function lackOf(
  evidence: EvidenceKey | undefined,
  proofs: readonly Proof[],
  { pages, waiting }: Published,
): Lack | undefined {
  if (proofs.length > 0) return undefined;
  if (evidence === undefined) return 'nothing';
  if (waiting.includes(evidence)) return 'waits';
  return pages.some(({ key }) => key === evidence) ? 'withdrawn' : 'no_page';
}

/** Every item of the year with what stands for it, what is missing, whose it is, and what it is worth. */
export function submissionRows({ fiscalYear, today, plan, published, scored }: SetInputs): SubmissionRow[] {
  const { items, from } = itemsFor(fiscalYear, plan);
  const yearOfItems = from.by === 'framework' ? from.fiscalYear : fiscalYear;
  return items.map((item): SubmissionRow => {
    const keys = keysOf(item, yearOfItems);
    const evidence = keys.find(isEvidence);
    const proofs = proofsOf(keys, plan.links[item.code] ?? [], published);
    const lack = lackOf(evidence, proofs, published);
    const duty = plan.duties[item.code];
    const due = duty?.dueOn ?? plan.closesOn;
    const stake = scored === undefined ? undefined : stakeOf(scored, item, yearOfItems);
    return {
      ...item,
      ...(evidence === undefined ? {} : { evidence }),
      proofs,
      ...(lack === undefined ? {} : { lack }),
      ...(duty === undefined ? {} : { duty }),
      ...(due === undefined ? {} : { daysLeft: daysBetween(today, due) }),
      ...(stake === undefined ? {} : { stake }),
    };
  });
}
