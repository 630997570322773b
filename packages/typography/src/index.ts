export { setContent } from './set-content.ts';
export { setHtml } from './set-html.ts';
export { setText } from './set-text.ts';
export { fillSet, setWords } from './set-words.ts';
