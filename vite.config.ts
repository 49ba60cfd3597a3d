import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (char) => escaped[char] ?? char);

/** Puts the agency's name and a number to call on every page; the province's centre where it has none. */
function agencyOnPages(agency: string, phone: string | undefined): Plugin {
  const words: Record<string, string> =
    phone === undefined ? { agency, who: 'ศูนย์ดำรงธรรม', phone: '1567' } : { agency, who: agency, phone };
  return {
    name: 'agency-on-pages',
    transformIndexHtml: (html) =>
      html.replace(/\{(agency|who|phone)\}/g, (_, name: string) => escapeHtml(words[name] ?? '')),
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('./liff', import.meta.url)),
  plugins: [agencyOnPages(process.env.AGENCY_NAME ?? 'อบต.เขิน', process.env.AGENCY_PHONE)],
  build: { outDir: fileURLToPath(new URL('./dist/liff', import.meta.url)), emptyOutDir: true },
});
