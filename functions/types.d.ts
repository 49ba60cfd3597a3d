/** The page renderer that was built from `liff/`; the build puts it into the one file. */
declare module 'virtual:pages' {
  const pages: unknown;
  export default pages;
}
