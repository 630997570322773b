/** A piece of a sentence in the languages that problems are told in. */
export interface InBoth {
  en: string;
  ru: string;
}
