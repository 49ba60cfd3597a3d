import { createHash } from 'node:crypto';
import { scripts } from 'virtual:scripts';
import { renderToString } from 'preact-render-to-string';
import { frameWords } from '../domain/catalogue/frame.ts';
import { spoken } from '../domain/catalogue/voice.ts';
import type { PageAgency } from '../domain/published/frame.ts';
import type { Rendered, Site } from '../domain/published/rendered.ts';
import base from './styles/base.css?inline';
import { telephone } from './telephone.ts';
import type { View } from './view.ts';

type Say = ReturnType<typeof frameWords>;

function Outside({ agency, say }: { agency: PageAgency; say: Say }) {
  return (
    <ul>
      {agency.outside.map(({ id, label, phone, url }) => (
        <li key={id}>
          {url === undefined ? label : <a href={url}>{label}</a>}
          {phone !== undefined && (
            <>
              {' '}
              <a href={telephone(phone)}>{say.call(phone)}</a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Head({ view, site, css }: { view: View; site: Site; css: string }) {
  const { agency, title, description, path, caching } = view;
  const whole = path === '/' ? title : `${title} · ${agency.shortName}`;
  const address = path === undefined ? undefined : `${site.publicUrl}${path}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>{whole}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      {caching === 'private' || address === undefined ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={address} />
          <meta property="og:type" content="website" />
          <meta property="og:locale" content="th_TH" />
          <meta property="og:site_name" content={agency.name} />
          <meta property="og:title" content={whole} />
          <meta property="og:description" content={description} />
          <meta property="og:url" content={address} />
        </>
      )}
      <link rel="icon" href="data:," />
      <style dangerouslySetInnerHTML={{ __html: css }} />
      {view.script !== undefined && (
        <script
          type="module"
          src={scriptAddress(view.script.folder)}
          {...Object.fromEntries(
            Object.entries(view.script.data ?? {}).map(([name, value]) => [`data-${name}`, value]),
          )}
        />
      )}
    </head>
  );
}

/** Whoever forgets a folder's `client.ts` is told when the page is first rendered. */
function scriptAddress(folder: string): string {
  const address = scripts[folder];
  if (address === undefined) throw new Error(`liff/${folder}/client.ts was not built`);
  return address;
}

function Document({ view, site, css }: { view: View; site: Site; css: string }) {
  const { agency } = view;
  if (view.frame === 'desk') {
    return (
      <html lang="th">
        <Head view={view} site={site} css={css} />
        <body class="desk">{view.body}</body>
      </html>
    );
  }
  const say = frameWords(spoken(agency.voice));
  const call = (
    <a class="call" href={telephone(agency.phone)}>
      {say.call(agency.phone)}
    </a>
  );
  return (
    <html lang="th">
      <Head view={view} site={site} css={css} />
      <body>
        <a class="skip" href="#main">
          {say.skip}
        </a>
        <header>
          <a href="/">{agency.shortName}</a>
          {call}
        </header>
        <main id="main" tabIndex={-1}>
          {view.body}
        </main>
        <footer id="contact">
          <h2>{say.contact(agency.shortName)}</h2>
          <p>
            {agency.name} <a href="/district">{agency.district}</a> {agency.province}
          </p>
          <p class="ways">
            {call}
            {agency.lineUrl !== undefined && <a href={agency.lineUrl}>{say.chat}</a>}
            <a href="/tip">{say.tip}</a>
            <a href="/track">{say.track}</a>
          </p>
          <h3>{say.outside}</h3>
          <Outside agency={agency} say={say} />
          <p>
            <a href="/announcements">{say.announcements}</a> <a href="/papers">{say.papers}</a>{' '}
            <a href="/questions">{say.questions}</a> <a href="/privacy">{say.privacy}</a>
          </p>
        </footer>
      </body>
    </html>
  );
}

const hashOf = (css: string): string => `sha256-${createHash('sha256').update(css).digest('base64')}`;

/** A view as a whole document, with what it needs to be allowed. */
export function renderView(view: View, site: Site): Rendered {
  const css = [base, ...(view.styles ?? [])].join('');
  return {
    status: view.status ?? 200,
    html: `<!doctype html>${renderToString(<Document view={view} site={site} css={css} />)}`,
    caching: view.caching ?? 'public',
    allows: {
      styles: [css, ...(view.framed ?? []).map((sheets) => [base, ...sheets].join(''))].map(hashOf),
      scripts: view.script !== undefined,
      connect: [...(view.connect ?? [])],
      media: view.media ?? false,
    },
  };
}
