import { matchPage } from '@tamizdat/archive';
import { TOLD_LANGUAGES } from '@tamizdat/problem';

/**
 * The file, or the folder of the article, that a page is made of: relative to the folder that holds the content folder.
 *
 * @param contentName The content folder's own name.
 * @param pathname Path of the request, such as `/en/2026/11/21/a-story.html`.
 * @returns undefined for pages that are made of many files.
 */
export function ownContent(contentName: string, pathname: string): string | undefined {
  const address = `${pathname.slice(1).replace(/\.html$/, '')}.html`;
  const article = matchPage(address).find(({ name }) => name === 'article')?.parts;
  if (article) {
    const { lang = '', year = '', month = '', day = '', slug = '' } = article;
    return `${contentName}/articles/${lang}/${year}/${month}/${day}-${slug}/`;
  }
  const [, lang = '', page = ''] = /^\/([^/]+)\/(?:([^/]+?)(?:\.html)?)?$/.exec(pathname) ?? [];
  if (lang === '') return undefined;
  if (page === '' || page === 'index') return `${contentName}/front/${lang}.yaml`;
  return `${contentName}/pages/${lang}/${page}.md`;
}

/**
 * The language in which whoever asked for a page writes: that of the address, because an article that cannot be read is
 * answered with “not found” in the outlet’s first language.
 *
 * @param shown Language of the page that is shown.
 */
export function askedLanguage(pathname: string, shown: string): string {
  const [, first] = pathname.split('/');
  return TOLD_LANGUAGES.find((code) => code === first) ?? shown;
}
