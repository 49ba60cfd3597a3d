import { AsyncLocalStorage } from 'node:async_hooks';

/** One run of a program, from its start to its end or until it is killed. */
export interface Life {
  readonly name: string;
  isOver: boolean;
  /** Settles when it is over. */
  readonly ended: Promise<void>;
  end(): void;
}

export function newLife(name: string): Life {
  const ending = Promise.withResolvers<void>();
  const life: Life = {
    name,
    isOver: false,
    ended: ending.promise,
    end() {
      life.isOver = true;
      ending.resolve();
    },
  };
  return life;
}

const lives = new AsyncLocalStorage<Life | undefined>();

/** Does something as part of a program's life: the timers that it sets end with it. */
export const within = <T>(life: Life | undefined, work: () => T): T => lives.run(life, work);

/** The program that whoever calls is part of. */
export const lifeNow = (): Life | undefined => lives.getStore();

/** What is done for a program that was killed meanwhile never comes back. */
export const never = new Promise<never>(() => undefined);
