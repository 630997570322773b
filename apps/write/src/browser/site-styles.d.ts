declare module 'site-base-styles' {
  const css: string;
  export default css;
}
declare module 'site-prose-styles' {
  export function allProseStyles(): string;
}
