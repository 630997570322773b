/** A source named in the front matter. */
export interface BodySource {
  id: string;
  title: string;
  url?: string | undefined;
  archivedUrl?: string | undefined;
}

export interface BodyImage {
  /** Plain file name beside the article. */
  file: string;
  alt: string;
  /** Markdown title: caption and credit as the writer put them. */
  title?: string;
  /** Where a link around the image leads, judged like any other. */
  href?: string;
}

export interface RenderBodyOptions {
  /** BCP 47 language of the text: chooses the transliteration of heading ids. */
  lang: string;
  words: {
    /** Heading over the footnotes, for example “Sources”. */
    sources: string;
    /** Accessible name of a link from a footnote back to the text. */
    backToText: string;
    /** Text of a link to a source's archived copy. */
    archived: string;
  };
  sources: readonly BodySource[];
  /** HTML of a whole figure, trusted as it is; null leaves the image out. Without it images are left out. */
  picture?: (image: BodyImage) => string | null;
  /** Rewrites an allowed link; what it gives is judged again. */
  link?: (url: string) => string;
  /** Prefix of all ids, so that several bodies can stand on one page: letters, digits, `-`. */
  fragment?: string;
  /** Whether the notes leave out sources that the text does not cite. */
  citedOnly?: boolean;
  /** `shift` is added to heading levels (a text's highest is h2). */
  headings?: { shift?: number };
}
