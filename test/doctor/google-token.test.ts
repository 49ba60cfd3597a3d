import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { googleToken } from '../../bot/doctor/google-token.ts';

let folder: string;
let exchange: Server;
let asked = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prongsai-token-'));
  exchange = createServer(async (request, response) => {
    asked = await text(request);
    response.setHeader('content-type', 'application/json');
    const issued = 'urn:ietf:params:oauth:token-type:access_token';
    const answer = {
      access_token: 'a-token',
      issued_token_type: issued,
      token_type: 'Bearer',
      expires_in: 3600,
    };
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => exchange.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  exchange.closeAllConnections();
  exchange.close();
  await rm(folder, { recursive: true });
});

/** Credentials as another identity provider's user is given them, by which Google's own library asks for a token. */
async function credentials(subject: string): Promise<string> {
  const address = exchange.address();
  const port = typeof address === 'object' ? address?.port : 0;
  await writeFile(join(folder, 'subject'), subject);
  const file = join(folder, 'credentials.json');
  await writeFile(
    file,
    JSON.stringify({
      type: 'external_account',
      audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/q',
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: `http://127.0.0.1:${port}/v1/token`,
      credential_source: { file: join(folder, 'subject') },
    }),
  );
  return file;
}

it('asks Google by the credentials of this machine', async () => {
  vi.stubEnv('GOOGLE_CLOUD_PROJECT', 'demo-doctor');
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', await credentials('a-subject'));
  expect(await googleToken()).toBe('a-token');
  expect(new URLSearchParams(asked).get('subject_token')).toBe('a-subject');
});
