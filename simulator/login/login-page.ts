import type { Person } from '../platform.ts';

const escaped = (words: string): string =>
  words.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const STYLE = `
:root { color-scheme: light dark; font: 1.125rem/1.6 "Noto Sans Thai Looped", "Noto Sans Thai", sans-serif; }
body { margin: 0 auto; padding: 1.5rem 1rem; max-width: 30rem; }
h1 { font-size: 1.4rem; line-height: 1.5; }
ul { padding: 0; list-style: none; }
a { display: flex; align-items: center; min-height: 48px; margin: 0.5rem 0; padding: 0.25rem 1rem;
  border: 2px solid #06864a; border-radius: 0.75rem; color: inherit; text-decoration: none; }
a:hover, a:focus-visible { background: #06864a; color: #fff; }
`;

/** The page on which one of the people on the phones is chosen, in place of LINE's own. */
export function loginPage(people: Iterable<Person>, redirectUri: string): string {
  const chosen = (userId: string): string =>
    `/login/as?${new URLSearchParams({ user_id: userId, redirect_uri: redirectUri })}`;
  const items = [...people].map(
    ({ userId, name }) => `<li><a href="${escaped(chosen(userId))}">${escaped(name)}</a></li>`,
  );
  return `<!doctype html><html lang="th"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>เข้าสู่ระบบด้วย LINE (จำลอง)</title>
<link rel="stylesheet" href="/fonts/400.css"><style>${STYLE}</style></head>
<body><main><h1>เข้าสู่ระบบด้วย LINE (จำลอง)</h1>
<p>เลือกว่าจะเข้าเป็นใคร ของจริงคือหน้าเข้าสู่ระบบของ LINE</p>
<ul>${items.join('')}</ul></main></body></html>`;
}
