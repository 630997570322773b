import { parseProxy, type Proxy } from '@tamizdat/http';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';

/** What every command takes that asks mirrors. */
export const proxyArgument = {
  type: 'string',
  description: say({
    en: 'Ask through a proxy: socks5://… or http://… (default: TAMIZDAT_PROXY)',
    ru: 'Спрашивать через прокси: socks5://… или http://… (по умолчанию: TAMIZDAT_PROXY)',
  }),
  valueHint: 'address',
} as const;

/** Reads a proxy's address, which may hold a password and is never shown. @throws UsageError */
export function readProxy(given: string | undefined): Proxy | undefined {
  const text = given ?? process.env['TAMIZDAT_PROXY'] ?? '';
  if (text === '') return undefined;
  const proxy = parseProxy(text);
  if (proxy) return proxy;
  throw new UsageError(
    say({
      en: 'The proxy’s address is such as socks5://127.0.0.1:9050 or http://proxy.example:8080.',
      ru: 'Адрес прокси бывает таким: socks5://127.0.0.1:9050 или http://proxy.example:8080.',
    }),
  );
}
