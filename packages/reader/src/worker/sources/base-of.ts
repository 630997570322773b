const LOOPBACK = /^(?:localhost|.+\.localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/;

/** Host name of a base address. */
export const hostOf = (base: string): string => new URL(base).host;

/**
 * Whether the worker of a scope may ask a base address. Never a program on the reader's own machine (unless the site
 * itself is there), and nothing without TLS from a page with it: browsers refuse that anyway.
 */
export function mayAsk(base: string, scope: string): boolean {
  if (!URL.canParse(base)) return false;
  const [asked, own] = [new URL(base), new URL(scope)];
  if (own.protocol === 'https:' && asked.protocol !== 'https:') return false;
  return !LOOPBACK.test(asked.hostname) || LOOPBACK.test(own.hostname);
}
