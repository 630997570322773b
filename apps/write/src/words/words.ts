/** What the room says in one language. */
export interface RoomWords {
  /** Form labels by field, as the schema’s notes name fields: `leadImage.credit`, `sources[].title`. */
  labels: Readonly<Record<string, string>>;
  /** What a field is for; where one is missing, the schema’s own description (English) stands. */
  hints: Readonly<Record<string, string>>;
  /** What one item of a list is called, after “Add”. */
  singular: Readonly<Record<string, string>>;
  /** Phrases of Decap’s own that are put otherwise, by their path in its locales; `local` ones where saving writes files. */
  decap: { always: Readonly<Record<string, string>>; local: Readonly<Record<string, string>> };
  /** Names of the words of a closed list, by field. */
  choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
  collections: {
    /** `{language}` is filled in. */
    articles: string;
    article: string;
    authors: string;
    author: string;
    pages: string;
    page: string;
  };
  drafts: string;
  /** Stands behind the headline of one in a list. */
  draft: string;
  /** Messages about values, after which the hint stands. */
  forms: {
    length: string;
    atMost: string;
    slug: string;
    https: string;
    email: string;
    value: string;
  };
  /** Problems of the check by code, put for a form where the check speaks of the file. */
  told: Readonly<Record<string, string>>;
  room: {
    title: string;
    otherLanguage: string;
    enter: string;
    token: string;
    tokenHint: string;
    unreachable: string;
    /** `{repository}` is filled in. */
    signInRefused: string;
    saved: string;
    now: string;
    clear: string;
    /** `{zone}` is filled in. */
    zone: string;
    check: string;
    nothingWrong: string;
    advice: string;
    fillIn: string;
    /** `{example}` is filled in. */
    placeholder: string;
    choose: string;
    /** `{field}` and `{rule}` are filled in. */
    decline: string;
    example: string;
    checkedLater: string;
    text: {
      bold: string;
      italic: string;
      heading: string;
      link: string;
      quote: string;
      list: string;
      numbered: string;
      note: string;
      picture: string;
      placeholder: string;
      linkText: string;
      pictureAlt: string;
      pictureTitle: string;
      headingText: string;
    };
    sameAddress: string;
    changedMeanwhile: string;
    /** `{name}` is filled in. */
    replacePicture: string;
    picture: { unreadable: string; untrusted: string; format: string };
    unnamed: string;
  };
}
