import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

type Counted = 'scrypt' | 'timingSafeEqual';

/**
 * The arguments of each call of a function of `node:crypto` while `work` runs, whoever calls it; the calls do what
 * they always do.
 */
export async function callsOf(name: Counted, work: () => Promise<unknown>): Promise<unknown[][]> {
  const calls: unknown[][] = [];
  const real = crypto[name];
  const counting = new Proxy(real, {
    apply(target, self, given: unknown[]) {
      calls.push(given);
      return Reflect.apply(target, self, given);
    },
  });
  Object.defineProperty(crypto, name, { value: counting, configurable: true, writable: true });
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    Object.defineProperty(crypto, name, { value: real, configurable: true, writable: true });
    syncBuiltinESMExports();
  }
  return calls;
}
