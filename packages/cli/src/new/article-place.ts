import { slugOf } from '@tamizdat/article-schema';
import { localTime } from '../clock/local-time.ts';
import { UsageError } from '../frame/usage-error.ts';
import type { OpenContent } from '../edit/open-article.ts';
import { say } from '../language/say.ts';

/** What of an article decides where it stands. */
export interface NewPlace {
  lang: string;
  title: string;
  /** Undefined: made from the title. */
  slug?: string | undefined;
  /** Milliseconds since 1970; its day in the outlet's zone is the folder's. */
  now: number;
}

/** The path of a new article's file, relative to the content folder. Throws UsageError where no slug can be made. */
export function newArticlePath(
  { outlet }: OpenContent,
  { lang, title, slug, now }: NewPlace,
): string {
  const name = slug === undefined || slug === '' ? slugOf(title, lang) : slug;
  if (name === undefined) {
    throw new UsageError(
      say({
        en: 'No address can be made of this headline. Name one with --slug, such as harbour-lights.',
        ru: 'Из этого заголовка не сделать адрес. Назовите его сами: --slug, например harbour-lights.',
      }),
    );
  }
  const [year = '', month = '', day = ''] = localTime(now, outlet.timeZone).day.split('-');
  return `articles/${lang}/${year}/${month}/${day}-${name}/index.md`;
}
