import type { Scrypt } from './derive-receipt.ts';

/**
 * The same scrypt, but at most `atOnce` derivations run together and the rest wait their turn: each takes
 * 32 MiB and a thread that the journal's writes need too.
 */
export function queueScrypt(scrypt: Scrypt, atOnce: number): Scrypt {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (password, salt, cost) => {
    if (running < atOnce) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await scrypt(password, salt, cost);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
