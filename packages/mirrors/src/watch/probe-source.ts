import { type Answer, type ConnectionOptions, HttpClient, readBody } from '@tamizdat/http';
import { contentTypeOf, type Source, SourceError } from '@tamizdat/release';
import type { FirstAnswer } from './observation.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A mirror that is looked at: each request has a connection of its own, as where connections freeze nothing else
 * would come to its end. Remembers how answers looked.
 */
export class ProbeSource implements Source {
  readonly base: string;
  readonly spent = { requests: 0, bytes: 0 };
  /** Of the first request. */
  first: FirstAnswer | undefined;
  /** Files of the tree that came with another content type than the signed one (SPEC 4.2). */
  readonly wrongTypes = new Set<string>();
  readonly #client: HttpClient;

  constructor(base: string, options: ConnectionOptions) {
    this.base = base;
    this.#client = new HttpClient({ ...options, kept: 0 });
  }

  /** @throws SourceError with a code, and without the address */
  async read(path: string, limit: number): Promise<Bytes | undefined> {
    this.spent.requests++;
    try {
      const answer = await this.ask(path);
      const bytes = await readBody(answer.body, limit);
      this.spent.bytes += bytes.length;
      return answer.status === 200 ? bytes : undefined;
    } catch (error) {
      throw new SourceError(codeOf(error));
    }
  }

  /** Gets an answer, whatever its status, and notes what is noteworthy of it. */
  async ask(path: string): Promise<Answer> {
    const begun = performance.now();
    const answer = await this.#client.get(
      new URL(this.base + path.split('/').map(encodeURIComponent).join('/')),
    );
    const { status, headers } = answer;
    this.first ??= {
      status,
      firstByteMs: Math.round(performance.now() - begun),
      location: headers.location,
      hasCors: headers['access-control-allow-origin'] === '*',
    };
    if (status === 200 && !path.startsWith('release/') && !isType(headers['content-type'], path))
      this.wrongTypes.add(path);
    return answer;
  }

  close(): void {
    this.#client.close();
  }
}

/** Parameters may be written otherwise, and other types of scripts and feeds are as good to a browser. */
function isType(found: string | undefined, path: string): boolean {
  const norm = (type: string): string => {
    const essence = type.split(';')[0]?.trim().toLowerCase() ?? '';
    return SAME.get(essence) ?? essence;
  };
  return norm(found ?? '') === norm(contentTypeOf(path));
}

const SAME = new Map([
  ['application/javascript', 'text/javascript'],
  ['text/xml', 'application/xml'],
  ['application/rss+xml', 'application/xml'],
  ['application/atom+xml', 'application/xml'],
  ['application/feed+json', 'application/json'],
  ['image/vnd.microsoft.icon', 'image/x-icon'],
]);

/** What went wrong, in a word that names no host. */
export function codeOf(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  if (/^no byte for /.test(message)) return 'silence';
  if (/proxy/.test(message)) return 'proxy';
  return code ?? 'closed';
}
