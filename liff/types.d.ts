declare module '*.css?inline' {
  const css: string;
  export default css;
}

/** Addresses of the built scripts, by the folder in `liff/` that they stand in. */
declare module 'virtual:scripts' {
  export const scripts: Readonly<Record<string, string>>;
}
