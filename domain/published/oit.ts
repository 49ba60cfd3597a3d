import { z } from 'zod';
import { Approval, type EvidenceHead, EvidenceVersion, Withdrawal } from '../evidence/evidence.ts';
import { officialItem } from '../evidence/item.ts';
import { EvidenceKey, evidenceId } from '../evidence/keys.ts';
import { PageAgency } from './frame.ts';

const Item = z.object({
  fiscalYear: z.int(),
  key: EvidenceKey,
  title: z.string(),
  /** `o28 (ปี 2566)`; absent where the year gives it no number of its own. */
  label: z.string().optional(),
});

/** `published/oit-{fiscalYear}-{key}`: all that one page of evidence is rendered from. */
export const OitPage = Item.extend({
  page: z.literal('oit'),
  version: z.literal(1),
  agency: PageAgency,
  /** What is to be said of the item's number. */
  notes: z.array(z.string()),
  /** An approved version, the newest unless an earlier one was asked for; absent while all is withdrawn. */
  shown: EvidenceVersion.optional(),
  withdrawn: Withdrawal.optional(),
  /** Every approval, newest first. */
  approvals: z.array(Approval),
});
export type OitPage = z.infer<typeof OitPage>;

/** `published/oit-index`: which pages there are, newest year first. */
export const OitIndex = z.object({
  page: z.literal('oit_index'),
  version: z.literal(1),
  agency: PageAgency,
  pages: z.array(Item.extend({ approvedOn: z.iso.date(), withdrawn: z.boolean() })),
});
export type OitIndex = z.infer<typeof OitIndex>;

export const OIT_INDEX = 'oit-index';

/** The name of a page in `published/`. */
export const oitPageName = (fiscalYear: number, key: EvidenceKey): string =>
  `oit-${evidenceId(fiscalYear, key)}`;

const itemOf = ({ fiscalYear, key }: EvidenceHead): z.infer<typeof Item> => {
  const { title, label } = officialItem(key, fiscalYear);
  return { fiscalYear, key, title, ...(label === undefined ? {} : { label }) };
};

/** `newest` is the last of the head's approvals. */
export function oitPage(agency: PageAgency, head: EvidenceHead, newest: EvidenceVersion): OitPage {
  const { withdrawn } = head;
  return {
    page: 'oit',
    version: 1,
    agency,
    ...itemOf(head),
    notes: [...officialItem(head.key, head.fiscalYear).notes],
    ...(withdrawn === undefined ? { shown: newest } : { withdrawn }),
    approvals: head.approvals.toReversed(),
  };
}

/** A page for which nothing was ever approved is in no index. */
export function oitIndex(agency: PageAgency, heads: readonly EvidenceHead[]): OitIndex {
  const order = EvidenceKey.options;
  return {
    page: 'oit_index',
    version: 1,
    agency,
    pages: heads
      .map((head) => ({
        ...itemOf(head),
        approvedOn: head.approvals.at(-1)?.approvedOn ?? '',
        withdrawn: head.withdrawn !== undefined,
      }))
      .toSorted((a, b) => b.fiscalYear - a.fiscalYear || order.indexOf(a.key) - order.indexOf(b.key)),
  };
}

/** The fiscal year of the newest page of a key, one that is shown before one that is withdrawn. */
export function newestYear({ pages }: OitIndex, key: EvidenceKey): number | undefined {
  const ofKey = pages.filter((page) => page.key === key);
  return (ofKey.find(({ withdrawn }) => !withdrawn) ?? ofKey[0])?.fiscalYear;
}
