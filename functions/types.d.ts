/** The page renderer that was built from `liff/`; the build puts it into the one file. */
declare module 'virtual:pages' {
  const pages: unknown;
  export default pages;
}

/** `work.ts` and all that it stands on, loaded at the first call. */
declare module 'virtual:work' {
  export function work(): typeof import('./work.ts');
}
