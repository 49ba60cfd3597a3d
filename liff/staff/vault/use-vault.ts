import { consoleTipsWords } from '../../../domain/catalogue/console-tips.ts';
import { useConsole } from '../console.ts';
import { useWatched } from '../watched.ts';
import { theVault, type Vault, type VaultState } from './open-vault.ts';

/** The page's vault, and whose identity is unlocked in it. */
export function useVault(): { vault: Vault; open: VaultState } {
  const vault = theVault();
  return { vault, open: useWatched(vault.state) };
}

export const useTipsWords = () => consoleTipsWords(useConsole().spoken);
