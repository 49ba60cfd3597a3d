import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../bot/config/config.ts';
import { Variables } from '../../bot/config/variables.ts';

const deploy = new URL('../../deploy/', import.meta.url);
const read = (name: string): Promise<string> => readFile(new URL(name, deploy), 'utf8');
const page = (): Promise<string> => readFile(new URL('../../docs/deploy-server.md', import.meta.url), 'utf8');

/** `NAME=value` lines; of those that are only shown, what stands behind the `#`. */
const variablesIn = (text: string): [string, string][] =>
  [...text.matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]);

describe('the files of deploy/', () => {
  it('are each named by docs/deploy-server.md', async () => {
    const text = await page();
    const names = await readdir(deploy);
    expect(names.filter((name) => !text.includes(`deploy/${name}`))).toEqual([]);
  });

  it('name only variables that the program knows, and all that a LINE account needs', async () => {
    const given = variablesIn(await read('prongsai.env.example'));
    const known: readonly string[] = Variables.keyof().options;
    expect(given.map(([name]) => name).filter((name) => !known.includes(name))).toEqual([]);
    const filled = Object.fromEntries(given.filter(([, value]) => value !== ''));
    const secrets = { LINE_CHANNEL_SECRET: 'secret', LINE_CHANNEL_ACCESS_TOKEN: 'token' };
    const { GOOGLE_APPLICATION_CREDENTIALS: _, ...own } = filled;
    const outcome = readConfig({ ...own, ...secrets, SECRET_KEY: Buffer.alloc(32, 7).toString('base64') });
    expect(outcome).toMatchObject({ ok: true, config: { mode: 'line', host: '127.0.0.1', port: 8080 } });
  });

  it('agree on where the program, its data and its port are', async () => {
    const [unit, backup, nginx, caddy, env] = await Promise.all(
      ['prongsai.service', 'prongsai-backup.service', 'nginx.conf', 'Caddyfile', 'prongsai.env.example'].map(
        read,
      ),
    );
    const given = new Map(variablesIn(env ?? ''));
    for (const one of [nginx, caddy]) expect(one).toContain(`127.0.0.1:${given.get('PORT')}`);
    expect(given.get('DATA_DIR')).toBe('/var/lib/prongsai');
    expect(unit).toContain('StateDirectory=prongsai\n');
    expect(backup).toContain('/var/lib/prongsai');
    for (const one of [unit, backup]) {
      expect(one).toContain('WorkingDirectory=/opt/prongsai\n');
      expect(one).toMatch(/^NoNewPrivileges=yes$/m);
      expect(one).toMatch(/^ProtectSystem=strict$/m);
      expect(one).toMatch(/^CapabilityBoundingSet=$/m);
    }
  });

  it.each(['prongsai', 'backup'])('deploy/%s is a shell script that can be read', (name) => {
    expect(execFileSync('sh', ['-n', fileURLToPath(new URL(name, deploy))]).toString()).toBe('');
  });

  it('a proxy overwrites what a caller says of the host, and passes nobody’s address on', async () => {
    const [nginx = '', caddy = ''] = await Promise.all(['nginx.conf', 'Caddyfile'].map(read));
    expect(nginx).toMatch(/proxy_set_header X-Forwarded-Host \$host;/);
    expect(nginx).toMatch(/proxy_set_header X-Forwarded-For "";/);
    expect(nginx).toMatch(/location = \/metrics \{ return 404; \}/);
    expect(caddy).toMatch(/^\trespond \/metrics 404$/m);
    expect(nginx.match(/access_log [^;]+;/g)).toEqual(['access_log off;', 'access_log off;']);
    expect(nginx.match(/error_log [^;]+;/g)).toEqual([
      'error_log /dev/null emerg;',
      'error_log /dev/null emerg;',
    ]);
    expect(caddy).toMatch(/header_up X-Forwarded-Host \{host\}/);
    expect(caddy).toMatch(/header_up -X-Forwarded-For/);
    expect(caddy).not.toMatch(/access_log|^\tlog \{/m);
  });
});
