import type { Voice } from '../agency/agency.ts';

/** How sentences address the reader and end: `end` closes a statement, `ask` a question. */
export interface Spoken {
  you: string;
  end: string;
  ask: string;
}

export const spoken = ({ you, particle }: Voice): Spoken => ({
  you,
  end: particle,
  ask: particle === 'ค่ะ' ? 'คะ' : particle,
});
