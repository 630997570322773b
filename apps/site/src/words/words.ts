/** The kit's own words on a page. An outlet's words stand in its content. */
export interface Words {
  skipToText: string;
  sections: string;
  search: string;
  archive: string;
  feeds: string;
  languages: string;
  latest: string;
  moreIn: (name: string) => string;
  kinds: Record<'analysis' | 'opinion' | 'feature' | 'interview' | 'live' | 'republished', string>;
  newsroom: string;
  by: string;
  roles: Record<
    | 'editor'
    | 'translator'
    | 'photographer'
    | 'illustrator'
    | 'reporting'
    | 'research'
    | 'data'
    | 'factchecker',
    string
  >;
  published: string;
  updated: string;
  corrected: string;
  correctionKinds: Record<'correction' | 'clarification' | 'update' | 'retraction', string>;
  corrections: string;
  editorsNote: string;
  withdrawnTitle: string;
  withdrawn: (date: string) => string;
  removedTitle: string;
  removed: string;
  draft: string;
  embargoed: (date: string) => string;
  contentWarning: string;
  warnings: Record<
    | 'violence'
    | 'death'
    | 'sexual-violence'
    | 'suicide'
    | 'hate-speech'
    | 'drugs'
    | 'strong-language'
    | 'images',
    string
  >;
  sources: string;
  backToText: string;
  archivedCopy: string;
  tags: string;
  readMore: string;
  translations: string;
  series: string;
  part: (part: number) => string;
  firstPublished: (publisher: string) => string;
  keyEvents: string;
  pinned: string;
  coverageEnded: (date: string) => string;
  older: string;
  newer: string;
  months: string;
  articlesOf: (name: string) => string;
  pseudonym: string;
  noArticles: string;
  allSections: string;
  authors: string;
  moved: string;
  movedTo: string;
  notFoundTitle: string;
  notFound: string;
  toFront: string;
  image: string;
  feedsIntro: string;
  feedFull: string;
  feedAtom: string;
  feedJson: string;
  feedBrief: string;
  feedBriefNote: string;
  feedsBySection: string;
  feedsByTag: string;
  feedsByAuthor: string;
  searchWords: SearchWords;
  licence: string;
}

export interface SearchWords {
  label: string;
  submit: string;
  section: string;
  author: string;
  year: string;
  sort: string;
  any: string;
  byRelevance: string;
  byDate: string;
  loading: string;
  failed: string;
  retry: string;
  file: string;
  noScript: string;
  none: string;
  more: string;
  hint: string;
  /** Plural forms of "# results" by CLDR category. */
  count: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
  browse: string;
}
