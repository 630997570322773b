export { exampleArticle } from './example-article.ts';
export { exampleOutlet } from './example-outlet.ts';
