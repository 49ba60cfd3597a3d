// One measurement in a fresh process: `sdk`, what importing Google's SDKs alone costs; `built`, what the built program
// costs, with them; `answer`, the built program until it has answered its first request.
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';

const require = createRequire(new URL('../../functions/package.json', import.meta.url));
const BUILT = fileURLToPath(new URL('../../functions/lib/index.cjs', import.meta.url));
/** What `functions/index.ts` imports. */
const SDKS = ['firestore', 'https', 'options', 'scheduler', 'params'];

const [what] = process.argv.slice(2);
const server = what === 'answer' ? { of: getTestServer, http } : undefined;
const began = performance.now();
const before = process.cpuUsage();
if (what === 'sdk') for (const name of SDKS) require(`firebase-functions/${name}`);
else {
  const { web } = require(BUILT);
  if (server !== undefined) {
    server.http('web', web);
    const listening = server.of('web').listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const address = listening.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const { status } = await fetch(`http://127.0.0.1:${port}/healthz`);
    if (status !== 200) throw new Error(`the built program answered ${status}`);
  }
}
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ wallMs: performance.now() - began, cpuMs: (user + system) / 1000 }));
process.exit(0);
