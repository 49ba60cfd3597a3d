import { evidenceWords } from '../catalogue/evidence.ts';
import type { Block } from './content.ts';

/** The lines that an official paper ends with, to be signed by hand. */
export const officialSignatures: Block = {
  kind: 'signatures',
  lines: [
    { role: evidenceWords.signatures.madeBy },
    { role: evidenceWords.signatures.checkedBy },
    { role: evidenceWords.signatures.approvedBy },
  ],
};
