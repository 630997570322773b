/** What a search needs that asks an index of its own, in a browser too: nothing here knows Pagefind or Node. */
export { buildCountText } from './browser/count-forms.ts';
export { type ParsedQuery, parseQuery, type QueryWord, parseWords } from './browser/parse-query.ts';
export { isFormOf } from './words/is-form-of.ts';
export { isSpaced } from './words/is-spaced.ts';
