export { setContent } from './typography/set-content.ts';
export { setHtml } from './typography/set-html.ts';
export { setText } from './typography/set-text.ts';
export { fillSet, setWords } from './typography/set-words.ts';
