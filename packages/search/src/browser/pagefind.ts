/** The part of Pagefind's browser API that is used. */
export interface PagefindInstance {
  /** Takes a language of the index, in lower case. */
  init: (language: string, options: { load_wasm: boolean }) => Promise<void>;
  search: (
    query: string | null,
    options: { filters: Record<string, string>; sort: Record<string, 'asc' | 'desc'> },
  ) => Promise<{ results: PagefindResult[] }>;
}

export interface PagefindResult {
  id: string;
  /** The higher, the earlier in the order that was asked for, be it by date: results come in none. */
  score: number;
  /** Positions of the words found, as in `locations`. */
  words: number[];
  data: () => Promise<PagefindFragment>;
}

export interface PagefindFragment {
  /** The address as it was indexed: a path of the tree. */
  raw_url?: string;
  /** Title, standfirst and body as plain text. */
  content: string;
  /** Positions of the words found, counted in words of `content`; what stands between words is not counted. */
  locations: number[];
  meta: Record<string, string | undefined>;
}
