import path from 'node:path';
import { existsSync } from 'node:fs';
import { LanguageSchema, UlidSchema } from '@tamizdat/article-schema';
import { openArticle, openContent, type OpenArticle } from '../edit/open-article.ts';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { findByField, findByFields, findTranslation } from '../new/find-translation.ts';

/**
 * Opens an article in all the languages that it has, in the outlet’s order.
 * @param given Its id, its folder or `index.md`, or its address, present or former, on any mirror or alone.
 * @param root The content folder.
 * @throws UsageError where there is no such article; Error where it, or a version of it, has errors
 */
export function openVersions(given: string, root: string): OpenArticle[] {
  const { outlet } = openContent(root);
  const languages = outlet.languages.map(({ code }) => code);
  const open = openArticle(findArticle(given, root, languages), root);
  const { lang, translationKey: key } = open.article;
  return languages.flatMap((language) => {
    if (language === lang) return [open];
    const inside = key === undefined ? undefined : findTranslation(root, language, key);
    return inside === undefined ? [] : [openArticle(path.join(root, inside), root)];
  });
}

/** The file of the article, or its folder. */
export function findArticle(given: string, root: string, languages: readonly string[]): string {
  const id = given.toUpperCase();
  const inside = UlidSchema.safeParse(id).success
    ? languages.flatMap((lang) => findByField(root, lang, 'id', id))[0]
    : existsSync(given)
      ? undefined
      : findAddress(given, root);
  if (inside !== undefined) return path.join(root, inside);
  if (existsSync(given)) return given;
  throw new UsageError(
    say({
      en: `There is no article “${given}”: name its id, its folder or index.md, or its address, such as ru/2026/11/22/slug.html.`,
      ru: `Статьи «${given}» нет: назовите её id, папку или index.md, или адрес, например ru/2026/11/22/slug.html.`,
    }),
  );
}

/** The file of the article that stands at an address, or stood there. */
function findAddress(given: string, root: string): string | undefined {
  const parts = (URL.parse(given)?.pathname ?? given).split('/').slice(-5);
  const [lang = '', year, month, day, page = ''] = parts;
  if (parts.length < 5 || !LanguageSchema.safeParse(lang).success) return undefined;
  const slug = page.replace(/\.html$/, '');
  const inside = `articles/${lang}/${year}/${month}/${day}-${slug}/index.md`;
  if (existsSync(path.join(root, inside))) return inside;
  const former = [lang, year, month, day, slug].join('/');
  const candidates = findByFields(root, lang, (yaml) => yaml.includes(former));
  return candidates.find((file) =>
    openArticle(path.join(root, file), root).article.formerAddresses.includes(former),
  );
}
