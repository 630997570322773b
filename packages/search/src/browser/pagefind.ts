/** The part of Pagefind's browser API that is used. */
export interface PagefindModule {
  createInstance?: (options: { noWorker: boolean }) => PagefindInstance;
}

export interface PagefindInstance {
  init: () => Promise<void>;
  search: (
    query: string | null,
    options: { filters: Record<string, string>; sort: Record<string, 'asc' | 'desc'> },
  ) => Promise<{ results: PagefindResult[] }>;
}

export interface PagefindResult {
  data: () => Promise<PagefindFragment>;
}

export interface PagefindFragment {
  /** The address as it was indexed: a path of the tree. */
  raw_url?: string;
  /** Title, standfirst and body as plain text. */
  content: string;
  /** Positions of the words found, counted in words of `content`. */
  locations: number[];
  meta: Record<string, string | undefined>;
}
