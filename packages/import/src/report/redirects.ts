import { trimEndSlashes } from '../article/trim-slashes.ts';

/** Rules for servers that answer old addresses, and what no rule can say. */
export interface Redirects {
  nginx: string;
  caddy: string;
  /** For hosts that read a file `_redirects`. */
  listed: string;
  /** How many rules each has. */
  count: number;
  /** Of these, rules that look at the query, which `_redirects` cannot. */
  queries: number;
  /** Old addresses with signs that no rule can hold safely. */
  odd: string[];
}

/** Signs of a path that mean nothing to any of these servers. */
const SAFE_PATH = /^\/[A-Za-z0-9%._~/+,=@!-]{0,500}$/;
const SAFE_QUERY = /^\?(p|page_id|id|article|story|news|feed)=([A-Za-z0-9_-]{1,60})$/;

/** Writes rules that lead old addresses on with status 301. Pure. @param moves Old addresses as they were, and new ones */
export function buildRedirects(moves: readonly (readonly [string, string])[]): Redirects {
  const paths = new Map<string, string>();
  const queries = new Map<string, string>();
  const odd: string[] = [];
  for (const [old, address] of moves) {
    const url = URL.parse(old, 'https://outlet.invalid/');
    const { pathname = '', search = '' } = url ?? {};
    const query = `${pathname}${search}`;
    if (url !== null && SAFE_PATH.test(pathname) && search === '' && !/^\/+$/.test(pathname)) {
      const bare = trimEndSlashes(pathname);
      for (const form of [bare, `${bare}/`])
        if (form !== address && !paths.has(form)) paths.set(form, address);
    } else if (url !== null && SAFE_PATH.test(pathname) && SAFE_QUERY.test(search)) {
      if (!queries.has(query)) queries.set(query, address);
    } else odd.push(old.slice(0, 500));
  }
  return {
    nginx: nginxRules(paths, queries),
    caddy: caddyRules(paths, queries),
    listed: [...paths].map(([from, to]) => `${from} ${to} 301\n`).join(''),
    count: paths.size + queries.size,
    queries: queries.size,
    odd,
  };
}

type Rules = ReadonlyMap<string, string>;

/** nginx compares these without regard to case, as old links were written. */
function nginxRules(paths: Rules, queries: Rules): string {
  const lines = [...paths, ...queries].map(([from, to]) => `  "${from}" "${to}";\n`);
  return `# In http { }: include this file. In server { }: if ($moved) { return 301 $moved; }\nmap_hash_max_size 262144;\nmap_hash_bucket_size 1024;\nmap $request_uri $moved {\n  default "";\n${lines.join('')}}\n`;
}

function caddyRules(paths: Rules, queries: Rules): string {
  const head = '# In the block of the site: import this file.\n';
  const plain = [...paths].map(([from, to]) => `redir ${decodePlain(from)} ${to} 301\n`);
  const asked = [...queries].map(([from, to], index) => {
    const [pathname = '/', query = ''] = from.split('?');
    return `@moved${index} {\n\tpath ${pathname}\n\tquery ${query}\n}\nredir @moved${index} ${to} 301\n`;
  });
  return head + plain.join('') + asked.join('');
}

/** Caddy compares decoded paths. What would be more than a word stays as it is. */
function decodePlain(path: string): string {
  try {
    const plain = decodeURIComponent(path);
    return /^[\p{L}\p{M}\p{N}/._~+,=@!-]+$/u.test(plain) ? plain : path;
  } catch {
    return path;
  }
}
