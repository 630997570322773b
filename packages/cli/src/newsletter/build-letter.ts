import {
  articleAddress,
  frontAddress,
  type Archive,
  type NewsletterIssue,
} from '@tamizdat/archive';
import type { Article, Newsletter } from '@tamizdat/article-schema';
import type { Media } from '@tamizdat/media';
import type { Letter, LetterItem, LetterPicture } from '@tamizdat/newsletter';
import { buildArticleView, type EditionContext, fillSet, type ShownLead } from '@tamizdat/render';
import { asOfText, changedAt, daysOf, footOf, latestOf, loadPicture } from '@tamizdat/take-along';
import { buildWhole } from './build-whole.ts';
import { mediaUrl } from './media-url.ts';

/** How the letter's pictures come to readers. */
export type PictureWay = 'inside' | 'linked' | 'none';

export interface LetterOptions {
  /** Folder of the content. */
  content: string;
  media: Media;
  /** Address that links and pictures lead to, with a slash at its end: the outlet's, or a mirror's. */
  base: string;
  pictures: PictureWay;
  /** Where members leave the list. */
  leave: string;
  /** Whether articles travel in full. */
  whole: boolean;
  /** Base addresses of mirrors where the same articles stand. */
  mirrors: readonly string[];
  /** Why an issue comes out of its turn. */
  intro?: string;
  /** Instead of the first article's title. */
  subject?: string;
}

/** What a letter is made of: an issue of the newsletter, or articles out of its turn. */
export type LetterIssue = Pick<NewsletterIssue, 'id' | 'from' | 'to' | 'articles'>;

/** Puts an issue together: its articles in their order, in their blurbs or in full. */
export async function buildLetter(
  door: Archive,
  newsletter: Newsletter,
  issue: LetterIssue,
  options: LetterOptions,
): Promise<Letter> {
  const outlet = await door.outlet();
  const { lang } = newsletter;
  const edition = await door.edition(lang);
  if (!edition) throw new Error(`no edition in ${lang}`);
  const words = await door.words(lang);
  const context = { lang, outlet, edition, words };
  const items = await Promise.all(
    issue.articles.map((article) =>
      options.whole ? buildWhole(door, article, options) : buildItem(article, context, options),
    ),
  );
  return {
    id: `${newsletter.id}/${issue.id}`,
    title: options.subject ?? items[0]?.title ?? newsletter.name,
    name: newsletter.name,
    days: daysOf(issue, edition.locale),
    lang,
    dir: edition.dir,
    outlet: {
      name: outlet.name[lang] ?? newsletter.name,
      home: new URL(frontAddress(lang), options.base).href,
    },
    accent: outlet.accent ?? { light: '#8a1c1c', dark: '#f0a8a0' },
    items,
    leave: options.leave,
    ...(options.intro === undefined ? {} : { intro: options.intro }),
    ...(options.whole
      ? { ...footOf(context, options.base), asOf: asOfText(context, changedLast(issue)) }
      : {}),
    words: {
      ...words.letter,
      why: fillSet(words.letter.why, { name: newsletter.name }, lang),
    },
  };
}

const changedLast = ({ articles }: LetterIssue): string =>
  latestOf(articles.map((article) => changedAt({ article })));

async function buildItem(
  article: Article,
  context: EditionContext,
  options: LetterOptions,
): Promise<LetterItem> {
  const { kicker, section, title, blurb, lead } = buildArticleView(article, context);
  const picture = lead && (await pictureOf(article.folder, lead, options));
  return {
    kicker: kicker ?? section.name,
    title,
    blurb,
    url: new URL(articleAddress(article.address), options.base).href,
    ...(picture ? { picture } : {}),
  };
}

async function pictureOf(
  folder: string,
  { file, alt, credit }: ShownLead,
  options: LetterOptions,
): Promise<LetterPicture | undefined> {
  if (options.pictures === 'none') return undefined;
  const { name, width, height, bytes } = await loadPicture(options, folder, file);
  const linked = options.pictures === 'linked' ? { url: mediaUrl(name, options.base) } : {};
  return { bytes, width, height, alt, credit, ...linked };
}
