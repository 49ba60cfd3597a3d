import type { Agency } from '../agency/agency.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Survey } from '../survey/survey.ts';
import type { Facts, Want } from './facts.ts';
import type { Reply } from './reply.ts';
import type { Session } from './session.ts';
import type { Write } from './write.ts';

/** How many random octets one step may use. */
export const ENTROPY_OCTETS = 64;

/** Somebody who may work cases, with their unit if they have one. */
export interface Officer {
  id: string;
  unit: string | undefined;
  isAdmin?: boolean;
}

/**
 * Everything a step may know besides the session and the event. `now` is milliseconds since the epoch,
 * `entropy` is {@link ENTROPY_OCTETS} fresh random octets, the same ones each time the step is run again.
 */
export interface Turn {
  agency: Agency;
  survey: Survey;
  say: Catalogue;
  now: number;
  entropy: Uint8Array;
  facts: Facts;
  publicUrl: string;
  /** Ids of the groups that get alerts. */
  targets: string[];
  /** Everybody who may work cases, by staff id. */
  officers: Officer[];
  /** The ปลัด and others who decide. */
  executives: Officer[];
}

/**
 * What a step decided. `forget` deletes the session, so that nothing keyed by the person shares the commit.
 * `push` is what may be pushed where the reply was refused: never with a receipt, empty for a tip.
 */
export interface Outcome {
  session: Session | 'forget';
  writes: Write[];
  replies: Reply[];
  push: Reply[];
}

/** Either decided, or one more fact is needed and the step is to be run again with it. */
export type Decision = { decided: Outcome } | { wanted: Want };
