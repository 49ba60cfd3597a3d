import type { FormKeys } from '../../../sealing/form-contract.ts';
import type { Recipient } from '../../../sealing/keys.ts';
import type { ResealTip } from '../../../sealing/tips-contract.ts';
import type { TipToSeal } from '../../worker/seal-tip.ts';
import type { MadeKey } from './make-key.ts';
import type { OpenedTip, SealedFile } from './open-tip.ts';
import type { ResealOutcome } from './reseal-tip.ts';
import type { WordsToSeal } from './seal-words.ts';
import type { TarFile } from './tar.ts';

/** A tip sealed in this browser, with where its receipt leads; `lookup` is missing where there is no receipt. */
export interface SealedForStaff {
  draft: string;
  lookup: string | undefined;
  readers: string[];
  recovery: boolean;
  /** The part with number n at index n - 1. */
  parts: Uint8Array<ArrayBuffer>[];
}

/** With which key something is sealed anew: one's own, which is unlocked, or the recovery key as it was typed. */
export type ResealWith = 'own' | { recovery: string };

/** What the pages ask of the vault, and what comes of each. */
export interface Tasks {
  unlock: { asked: { sealed: string; passphrase: string }; told: boolean };
  lock: { asked: Record<never, never>; told: boolean };
  open: { asked: { agency: string; draft: string; parts: SealedFile[] }; told: OpenedTip };
  words: { asked: WordsToSeal; told: Uint8Array };
  pack: { asked: { files: TarFile[]; own: Recipient }; told: Uint8Array };
  makeKey: { asked: Record<never, never>; told: MadeKey };
  makeRecovery: { asked: Record<never, never>; told: { identity: string; recipient: Recipient } };
  recipientOf: { asked: { identity: string }; told: Recipient | undefined };
  seal: { asked: { keys: FormKeys; receipt: string | undefined; tip: TipToSeal }; told: SealedForStaff };
  reseal: {
    asked: { agency: string; draft: string; tip: ResealTip; key: ResealWith };
    told: ResealOutcome;
  };
}

export type TaskName = keyof Tasks;

/** One task of a name, as it goes to the worker. */
export type Asked = { [Name in TaskName]: { id: number; task: Name } & Tasks[Name]['asked'] }[TaskName];

/** `locked`: the task needs an identity, and none is unlocked. `nobody`: nobody would be left to read. */
export type VaultFailure = 'locked' | 'nobody' | 'failed';

export type Told =
  | { [Name in TaskName]: { id: number; told: Name; value: Tasks[Name]['told'] } }[TaskName]
  | { id: number; told: 'failure'; why: VaultFailure };
