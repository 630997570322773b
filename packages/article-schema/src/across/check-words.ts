import type { Outlet } from '../schema/outlet.ts';
import { kitWordsOf } from '../words/kit-words.ts';
import type { AcrossFinding } from './check-across.ts';

/** Every language of the outlet has words: its own file, or the kit's. `own` are the languages that have a file. */
export function checkWords(outlet: Outlet, own: readonly string[]): AcrossFinding[] {
  return outlet.languages.flatMap(({ code }, index) => {
    if (own.includes(code) || kitWordsOf(code) !== undefined) return [];
    return [
      {
        path: 'outlet.yaml',
        finding: {
          code: 'words-missing',
          path: ['languages', index, 'code'],
          found: code,
          message: `The kit has no words in “${code}”, and there is no file content/words/${code}.yaml.`,
          why: 'Buttons, headings and notices would be in English.',
          remedy: `Copy packages/article-schema/generated/words.en.yaml to content/words/${code}.yaml and translate it.`,
          ru: {
            message: `Слов на языке «${code}» в наборе нет, и файла content/words/${code}.yaml тоже.`,
            why: 'Кнопки, заголовки и уведомления были бы по-английски.',
            remedy: `Скопируйте packages/article-schema/generated/words.en.yaml в content/words/${code}.yaml и переведите.`,
          },
        },
      },
    ];
  });
}
