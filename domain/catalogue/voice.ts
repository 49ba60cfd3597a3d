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

/** The voice that a page carries in `data-you` and `data-particle`; the default where it says none. */
export const spokenIn = ({ you, particle }: Readonly<Record<string, string | undefined>>): Spoken =>
  spoken({ you: you === 'คุณ' ? 'คุณ' : 'ท่าน', particle: particle === 'ครับ' ? 'ครับ' : 'ค่ะ' });
