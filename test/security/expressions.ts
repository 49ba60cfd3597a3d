import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseAst } from 'vite';
import { z } from 'zod';

const root = new URL('../../', import.meta.url);
const languages: Record<string, 'ts' | 'tsx' | 'js'> = {
  '.ts': 'ts',
  '.tsx': 'tsx',
  '.js': 'js',
  '.mjs': 'js',
};
const Literal = z.object({ regex: z.object({ pattern: z.string(), flags: z.string() }) });
const Node = z.record(z.string(), z.unknown());

export interface Expression {
  file: string;
  pattern: string;
  flags: string;
}

/** Files of the program whose expressions read what people send. */
export function sources(): string[] {
  const listed = execFileSync('git', ['ls-files', 'bot', 'domain', 'sealing', 'liff', 'functions'], {
    cwd: root,
  });
  return listed
    .toString()
    .trim()
    .split('\n')
    .filter((file) => extname(file) in languages);
}

/** Every regular expression that is written out in a file. */
export function expressionsIn(file: string): Expression[] {
  const found: Expression[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) walk(one);
      return;
    }
    const node = Node.safeParse(value);
    if (!node.success) return;
    const literal = Literal.safeParse(value);
    if (literal.success) found.push({ file, ...literal.data.regex });
    else for (const child of Object.values(node.data)) walk(child);
  };
  const code = readFileSync(new URL(file, root), 'utf8');
  walk(parseAst(code, { lang: languages[extname(file)] ?? 'ts' }));
  return found;
}
