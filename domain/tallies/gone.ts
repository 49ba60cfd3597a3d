/**
 * The document that counts what a tally still counts although its documents were deleted, because their time was over
 * or their reporter asked for it: published numbers stay as they are. It holds the same counters as the tally.
 */
export const goneKey = (key: string): string => `${key}-gone`;
