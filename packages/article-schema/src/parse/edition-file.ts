import type { Finding, InBoth } from '@tamizdat/problem';
import type { ParseContext } from './context.ts';

/** The language a file of an edition is named after: `front/ru.yaml` gives `ru`. */
export function languageOfFile({ path }: Pick<ParseContext, 'path'>): string {
  return path.replace(/^.*\//, '').replace(/\.yaml$/, '');
}

/** A finding where the outlet does not publish in the language of such a file. `lost` ends the sentence. */
export function strangeLanguage(
  lang: string,
  { outlet }: ParseContext,
  code: string,
  lost: InBoth,
): Finding[] {
  const languages = outlet?.languages.map((edition) => edition.code) ?? [lang];
  if (languages.includes(lang)) return [];
  return [
    {
      code,
      path: [],
      found: lang,
      message: `The outlet does not publish in “${lang}”, so ${lost.en}.`,
      remedy: `Name the file after one of the outlet’s languages: ${languages.join(', ')}.`,
      ru: {
        message: `Издание не выходит на языке «${lang}», поэтому ${lost.ru}.`,
        remedy: `Назовите файл по одному из языков издания: ${languages.join(', ')}.`,
      },
    },
  ];
}
