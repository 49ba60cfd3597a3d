// `npm run build:functions`: the program that `firebase deploy` uploads, in functions/lib: one file, and beside it the
// threads that take voice notes and PDFs apart; and in dist/hosting what Hosting serves by itself.
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { z } from 'zod';
import { buildHosting } from './build-hosting.ts';
import { buildPages, changedAt, newestIn } from './build-pages.ts';

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Where the program is, once it was built. */
export const BUILT = root('functions/lib');

/** What the program is made of. */
const SOURCES = ['bot', 'domain', 'sealing'];
const FILES = ['scripts/build-functions.ts', 'package-lock.json', 'dist/pages/render.js'];

const Package = z.object({ dependencies: z.record(z.string(), z.string()) });

/** What is installed beside the one file and not put into it. */
async function installed(): Promise<string[]> {
  const text = await readFile(root('functions/package.json'), 'utf8');
  return Object.keys(Package.parse(JSON.parse(text)).dependencies);
}

/** The page renderer, which was built before. */
const pages: Plugin = {
  name: 'pages',
  enforce: 'pre',
  resolveId: (id) => (id === 'virtual:pages' ? root('dist/pages/render.js') : undefined),
};

/** Shorter, and so sooner read by the engine; names stay, because errors are logged by theirs. */
const MINIFIED = { compress: true, mangle: false, codegen: { removeWhitespace: true } } as const;

/** The embedded store, which no function has. */
const NOWHERE = ['@firebase-bridge/firestore-admin'];

async function bundle(entry: string, name: string, outDir: string, plugins: Plugin[] = []): Promise<void> {
  const external = [...(await installed()), ...NOWHERE];
  await build({
    configFile: false,
    root: root('.'),
    logLevel: 'warn',
    publicDir: false,
    plugins,
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      target: 'node22',
      outDir,
      emptyOutDir: false,
      rolldownOptions: {
        input: { [name]: root(entry) },
        // The reader of PDFs asks in passing where it stands, and does without.
        checks: { emptyImportMeta: false },
        // Most modules are not needed at once: the engine is not to compile them before they are.
        optimization: { pifeForModuleWrappers: false },
        output: {
          format: 'cjs',
          // What runs from text can import nothing, but may require.
          dynamicImportInCjs: false,
          codeSplitting: false,
          entryFileNames: '[name].cjs',
          minify: MINIFIED,
        },
      },
    },
  });
}

/**
 * A module that holds a built program as text, and runs it at the first call. An engine goes through the whole of a
 * file before it runs any of it, and this program is 2 MB of which a deployment, or an alert that is due later, needs
 * nothing.
 */
const held = (program: string): Plugin => ({
  name: 'held',
  enforce: 'pre',
  resolveId: (id) => (id === 'virtual:work' ? `\0${id}` : undefined),
  load: (id) =>
    id === '\0virtual:work'
      ? `import { createRequire } from 'node:module';
         import { fileURLToPath } from 'node:url';
         import { compileFunction } from 'node:vm';
         const program = ${JSON.stringify(program)};
         let loaded;
         export function work() {
           if (loaded !== undefined) return loaded;
           const filename = fileURLToPath(import.meta.url);
           const parameters = ['exports', 'require', '__filename'];
           const run = compileFunction(program, parameters, { filename });
           const exports = {};
           run(exports, createRequire(import.meta.url), filename);
           loaded = exports;
           return loaded;
         }`
      : undefined,
});

/** Builds the program where it was never built, or was changed since. Returns whether it did. */
export async function buildFunctions(): Promise<boolean> {
  await buildPages();
  const times = [
    newestIn(root('functions'), false),
    ...SOURCES.map((source) => newestIn(root(source))),
    ...FILES.map((file) => changedAt(root(file))),
  ];
  const newest = Math.max(...(await Promise.all(times)));
  if ((await changedAt(`${BUILT}/index.cjs`)) >= newest) return false;
  await mkdir(root('dist'), { recursive: true });
  const aside = await mkdtemp(root('dist/.functions-'));
  try {
    await bundle('functions/work.ts', 'work', aside, [pages]);
    const work = await readFile(`${aside}/work.cjs`, 'utf8');
    await bundle('functions/index.ts', 'index', `${aside}/lib`, [held(work)]);
    await bundle('bot/media/voice-worker.ts', 'voice-worker', `${aside}/lib`);
    await bundle('bot/papers/text-worker.ts', 'text-worker', `${aside}/lib`);
    await mkdir(BUILT, { recursive: true });
    for (const name of ['voice-worker.cjs', 'text-worker.cjs', 'index.cjs'])
      await rename(`${aside}/lib/${name}`, `${BUILT}/${name}`);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return true;
}

if (import.meta.main) {
  await buildFunctions();
  await buildHosting();
}
