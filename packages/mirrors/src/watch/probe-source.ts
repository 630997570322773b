import { type Answer, type ConnectionOptions, HttpFault } from '@tamizdat/http';
import { contentTypeOf, MirrorSource } from '@tamizdat/release';
import { WATCH_WAITS_MS } from '../limits.ts';
import type { FirstAnswer } from './observation.ts';

export interface ProbeSourceOptions extends ConnectionOptions {
  /** Milliseconds to wait before each further try of a request. */
  waits?: readonly number[];
}

/**
 * A mirror that is looked at: each request has a connection of its own, as where connections freeze nothing else
 * would come to its end. Remembers how answers looked.
 */
export class ProbeSource extends MirrorSource {
  /** Of what is asked for first, at the last try. */
  first: FirstAnswer | undefined;
  /** Files of the tree that came with another content type than the signed one (SPEC 4.2). */
  readonly wrongTypes = new Set<string>();
  #firstPath: string | undefined;

  constructor(base: string, options: ProbeSourceOptions) {
    super(base, {
      waits: WATCH_WAITS_MS,
      ...options,
      kept: 0,
      onAnswer: (path, answer, ms) => {
        this.#note(path, answer, ms);
      },
    });
  }

  #note(path: string, { status, headers }: Answer, ms: number): void {
    this.#firstPath ??= path;
    if (path === this.#firstPath && this.first?.status !== 200)
      this.first = {
        status,
        firstByteMs: Math.round(ms),
        location: headers.location,
        hasCors: headers['access-control-allow-origin'] === '*',
      };
    if (status === 200 && !path.startsWith('release/') && !isType(headers['content-type'], path))
      this.wrongTypes.add(path);
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
  const { code = 'closed' } = error as { code?: string };
  return error instanceof HttpFault || /^[A-Z_]+$/.test(code) ? code : 'closed';
}
