/** Processes of the benchmark: each part runs in one of its own and answers questions over Node's own channel. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const Question = z.object({ number: z.int(), ask: z.string(), about: z.unknown().optional() });
const Answer = z.object({ number: z.int(), failed: z.string().optional(), answer: z.unknown().optional() });

/** CPU time that a process has used, and its main thread alone, in microseconds; its resident memory, in octets. */
export const Usage = z.object({ cpuMicros: z.number(), mainMicros: z.number(), rss: z.number() });
export type Usage = z.infer<typeof Usage>;

export interface Child {
  /** @throws Error where the process failed to answer, or ended. */
  ask<T>(schema: z.ZodType<T>, question: string, about?: unknown): Promise<T>;
  usage(): Promise<Usage>;
  /** Ends the process, once it has finished what it has under way. */
  stop(): Promise<void>;
}

/** Starts `file`, which stands beside this one; resolves once it takes questions. `nodeFlags` go to its Node. */
export async function startChild(file: string, args: string[], nodeFlags: string[] = []): Promise<Child> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, args, { execArgv: [...process.execArgv, ...nodeFlags] });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let asked = 0;
  child.on('message', (message) => {
    const { number, failed, answer } = Answer.parse(message);
    const one = waiting.get(number);
    waiting.delete(number);
    if (failed === undefined) one?.resolve(answer);
    else one?.reject(new Error(`${file}: ${failed}`));
  });
  child.on('exit', (code) => {
    for (const one of waiting.values()) one.reject(new Error(`${file} ended with ${code}`));
    waiting.clear();
  });
  const ask: Child['ask'] = async (schema, question, about) => {
    asked += 1;
    const one = Promise.withResolvers<unknown>();
    waiting.set(asked, one);
    child.send({ number: asked, ask: question, about });
    return schema.parse(await one.promise);
  };
  await ask(z.unknown(), 'ready');
  return { ask, usage: () => ask(Usage, 'usage'), stop: () => ended(child, ask) };
}

async function ended(child: ChildProcess, ask: Child['ask']): Promise<void> {
  const exited = once(child, 'exit');
  await ask(z.unknown(), 'stop');
  child.disconnect();
  await exited;
}

type Answers = Record<string, (about: unknown) => unknown>;

/** Answers the parent's questions, until told to `stop` or the parent is gone. */
export function answerParent(answers: Answers & { stop: () => unknown }): void {
  const all: Answers = {
    ready: () => undefined,
    usage: () => {
      const [all, main] = [process.cpuUsage(), process.threadCpuUsage()];
      return {
        cpuMicros: all.user + all.system,
        mainMicros: main.user + main.system,
        rss: process.memoryUsage.rss(),
      };
    },
    ...answers,
  };
  process.on('disconnect', () => process.exit());
  process.on('message', async (message) => {
    const { number, ask, about } = Question.parse(message);
    try {
      const answer = await all[ask]?.(about);
      process.send?.({ number, answer });
    } catch (error) {
      process.send?.({ number, failed: error instanceof Error ? error.stack : String(error) });
    }
  });
}
