import path from 'node:path';
import { openArticle, type OpenArticle } from '../edit/open-article.ts';
import { languageArgument } from '../language/language-argument.ts';
import { say } from '../language/say.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { defaultContent } from '../repository/folders.ts';
import { slugProblem } from './answer-problems.ts';
import type { Question } from './questions.ts';

/** What every command that makes or adds something takes. */
export const newArguments = {
  content: contentArgument,
  language: languageArgument,
  json: {
    type: 'boolean',
    description: say({ en: 'Print what was made as JSON', ru: 'Напечатать сделанное как JSON' }),
    default: false,
  },
} as const;

/** The article that is translated, added to or corrected. */
export const articleArgument = {
  type: 'positional',
  description: say({ en: 'Folder or index.md of the article', ru: 'Папка или index.md статьи' }),
  required: true,
} as const;

/** The end of a new article's address. */
export const slugArgument = {
  type: 'string',
  description: say({
    en: 'End of the address (default: from the headline)',
    ru: 'Конец адреса (по умолчанию из заголовка)',
  }),
  valueHint: 'slug',
} as const;

export const SLUG_QUESTION: Question<'slug'> = {
  name: 'slug',
  ask: say({
    en: 'End of the address',
    ru: 'Конец адреса',
  }),
  blank: say({ en: 'from the headline', ru: 'из заголовка' }),
  problem: slugProblem,
  otherwise: '',
};

/** The folder of the content that the options name, or the repository's. */
export const rootOf = ({ content }: { content?: string | undefined }): string =>
  path.resolve(content ?? defaultContent);

/** Opens the article that the options name. Throws UsageError, or Error where it has errors. */
export const openNamed = (options: {
  article: string;
  content?: string | undefined;
}): OpenArticle => openArticle(options.article, rootOf(options));
