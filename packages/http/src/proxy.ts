/** A proxy that connections go through: SOCKS5 (RFC 1928), or HTTP with CONNECT (RFC 9110, section 9.3.6). */
export interface Proxy {
  kind: 'socks5' | 'http';
  host: string;
  port: number;
  user: string;
  password: string;
}

const PORTS = { socks5: 1_080, http: 8_080 } as const;

/**
 * Reads a proxy's address: `socks5://127.0.0.1:9050`, `http://user:password@proxy.example:8080`. Names are resolved by
 * the proxy (`socks5h` is taken for `socks5`), so that what is asked is not told to the resolver here.
 * @returns undefined for what is no such address
 */
export function parseProxy(text: string): Proxy | undefined {
  const parts =
    /^(socks5|http)h?:\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^:@/]+|\[[^\]]+\])(?::(\d{1,5}))?\/?$/i.exec(
      text,
    );
  if (parts === null) return undefined;
  const [, scheme = '', user = '', password = '', host = '', port] = parts;
  const kind = scheme.toLowerCase() as Proxy['kind'];
  return {
    kind,
    host: host.replace(/^\[|\]$/g, ''),
    port: port === undefined ? PORTS[kind] : Number(port),
    user: decodeURIComponent(user),
    password: decodeURIComponent(password),
  };
}
