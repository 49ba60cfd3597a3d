import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Every folder in `liff/` that has something to run in the browser, by its name. */
function clients(): Record<string, string> {
  const folders = readdirSync(path('./liff'));
  const files = folders.map((folder) => [folder, path(`./liff/${folder}/client.ts`)] as const);
  return Object.fromEntries(files.filter(([, file]) => existsSync(file)));
}

/** Tells the renderer, which is built after the scripts, under which hashed names they stand. */
function scriptAddresses(): Plugin {
  const addresses: Record<string, string> = {};
  return {
    name: 'script-addresses',
    sharedDuringBuild: true,
    resolveId: (id) => (id === 'virtual:scripts' ? `\0${id}` : undefined),
    load: (id) =>
      id === '\0virtual:scripts' ? `export const scripts = ${JSON.stringify(addresses)};` : undefined,
    generateBundle(_options, bundle) {
      if (this.environment.name !== 'client') return;
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && file.isEntry) addresses[file.name] = `/${file.fileName}`;
      }
    },
  };
}

const entries = clients();
const dist = process.env.PRONGSAI_PAGES_DIST ?? path('./dist');

export default defineConfig({
  root: path('./liff'),
  publicDir: false,
  plugins: [scriptAddresses()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  environments: {
    client: {
      build: {
        outDir: `${dist}/liff`,
        emptyOutDir: true,
        rolldownOptions: {
          input: entries,
          output: {
            entryFileNames: 'assets/[name]-[hash].js',
            chunkFileNames: 'assets/[name]-[hash].js',
            assetFileNames: 'assets/[name]-[hash][extname]',
          },
        },
      },
    },
    ssr: {
      resolve: { noExternal: true },
      build: {
        ssr: true,
        outDir: `${dist}/pages`,
        emptyOutDir: true,
        cssMinify: true,
        rolldownOptions: { input: { render: path('./liff/server.tsx') } },
      },
    },
  },
  worker: { format: 'es' },
  builder: {
    sharedConfigBuild: true,
    sharedPlugins: true,
    buildApp: async (builder) => {
      const { client, ssr } = builder.environments;
      if (client !== undefined && Object.keys(entries).length > 0) await builder.build(client);
      if (ssr !== undefined) await builder.build(ssr);
    },
  },
});
