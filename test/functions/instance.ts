import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { faultsOfOutput } from '../support/log/check-line.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const SERVER = root('node_modules/@google-cloud/functions-framework/build/src/main.js');

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const isAlive = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    ({ status }) => status === 200,
    () => false,
  );

/** Starts the built `web` as Google starts an instance of it, in a process of its own. */
export async function startInstance(
  env: Record<string, string>,
): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const target = { FUNCTION_TARGET: 'web', FUNCTION_SIGNATURE_TYPE: 'http', K_SERVICE: 'web' };
  const child = spawn(process.execPath, [SERVER], {
    cwd: root('functions'),
    env: { PATH: process.env.PATH ?? '', ...target, ...env, PORT: String(port) },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (octets) => {
      output += String(octets);
    });
  }
  const ended = once(child, 'close');
  while (!(await isAlive(url))) {
    if (child.exitCode !== null) throw new Error(`the instance ended with ${child.exitCode}`);
    await pause(100);
  }
  return {
    url,
    async stop() {
      child.kill();
      await ended;
      const faults = faultsOfOutput(output);
      if (faults.length > 0) throw new Error(`what the instance printed: ${faults.join('; ')}`);
    },
  };
}
