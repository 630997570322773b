import { articleAddress } from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';
import { type ArticleView, taxonName } from '@tamizdat/render';
import { articleHtml } from '../article/article-html.ts';
import { buildCarried } from '../article/carried.ts';
import { type Leaving, leavingArticle, type Standing } from '../article/leaving.ts';
import { type Addressed, filePath, originOf, type Outgoing } from '../outgoing.ts';
import { CARRIED_KEY } from '@tamizdat/article-schema';
import { type Attachment, attachmentItem } from './attachment.ts';
import { shownInWordpress } from './shown-in-wordpress.ts';
import { namedName } from '../article/byline-name.ts';
import { category, cdata, element, meta, times } from './wxr.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
`;

/** What WordPress calls how an article stands; it knows nothing that was withdrawn, and `private` shows it to editors alone. */
const STATUSES: Readonly<Record<Exclude<Standing, 'removed'>, string>> = {
  public: 'publish',
  scheduled: 'future',
  draft: 'draft',
  withdrawn: 'private',
};

/**
 * One language of an outlet as a WordPress export (WXR 1.2), piece by piece: one article is in memory at a time. Holds no
 * address of e-mail; comes out the same each time.
 */
export async function* buildWordpress(outgoing: Outgoing): AsyncGenerator<string> {
  const { articles, numbers } = outgoing;
  yield HEAD + channelHtml(outgoing);
  let next = numbers.size + 1;
  for (const article of articles) {
    const leaving = await leavingArticle(article, outgoing);
    if (leaving.standing === 'removed') continue;
    const made = itemOf(leaving, outgoing, () => next++);
    yield made.join('');
  }
  yield '</channel>\n</rss>\n';
}

function channelHtml({ context, articles, authors }: Outgoing): string {
  const { outlet, edition, lang } = context;
  const origin = originOf(outlet);
  const bylines = new Set(articles.flatMap((article) => article.authors));
  return [
    element('title', outlet.name[lang] ?? ''),
    element('link', origin),
    element('description', outlet.description[lang] ?? ''),
    element('language', edition.locale),
    element('wp:wxr_version', '1.2'),
    element('wp:base_site_url', origin),
    element('wp:base_blog_url', origin),
    ...[...bylines].sort().map((id) => author(id, namedName(authors.get(id), id, context))),
    ...outlet.sections.map(({ id }) =>
      term(
        'wp:category',
        'wp:category_nicename',
        'wp:cat_name',
        id,
        taxonName(outlet.sections, id, lang, outlet),
      ),
    ),
    ...outlet.tags
      .filter(({ name }) => Object.hasOwn(name, lang))
      .map(({ id }) =>
        term('wp:tag', 'wp:tag_slug', 'wp:tag_name', id, taxonName(outlet.tags, id, lang, outlet)),
      ),
  ].join('');
}

const term = (name: string, slug: string, named: string, id: string, shown: string): string =>
  `<${name}>${cdata(slug, id)}${cdata(named, shown)}</${name}>\n`;
const author = (id: string, name: string): string =>
  `<wp:author>${cdata('wp:author_login', id)}${cdata('wp:author_display_name', name)}</wp:author>\n`;

/** The item of an article, and those of its pictures. */
function itemOf(leaving: Leaving, outgoing: Outgoing, nextNumber: () => number): string[] {
  const { article, view } = leaving;
  const { context, numbers, localTime } = outgoing;
  const origin = originOf(context.outlet);
  const addressed: Addressed = {
    leaving,
    file: (name) => new URL(`wp-content/uploads/${filePath(article, name)}`, origin).href,
    link: (url) => new URL(url, origin).href,
  };
  const number = numbers.get(article.id) ?? 0;
  const { before, body, after, pictures } = articleHtml(addressed, context);
  const time = times(
    leaving.at,
    context.outlet.timeZone,
    localTime,
    article.publishedAt === undefined,
  );
  const of = { parent: number, time, addressed };
  const attachments = listAttachments(article, view, pictures).map((picture) => ({
    ...of,
    ...picture,
    number: nextNumber(),
  }));
  const lead = attachments.find(({ file }) => file === article.leadImage?.file);
  const carried = buildCarried(article);
  const html = [before, body, after].filter((part) => part !== '').join('\n');
  const fields = [
    cdata('title', shownInWordpress(view.title, 'text')),
    element('link', new URL(articleAddress(article.address), origin).href),
    cdata('dc:creator', article.authors[0] ?? ''),
    // Under which readers of feeds know it: with another one they would get it again.
    element('guid', article.feedId ?? new URL(articleAddress(article.address), origin).href),
    cdata('content:encoded', shownInWordpress(html, 'html')),
    cdata('excerpt:encoded', shownInWordpress(view.standfirst ?? '', 'text')),
    element('wp:post_id', String(number)),
    time,
    element('wp:comment_status', 'closed'),
    element('wp:ping_status', 'closed'),
    cdata('wp:post_name', article.address.slug),
    cdata('wp:status', STATUSES[leaving.standing === 'removed' ? 'draft' : leaving.standing]),
    element('wp:post_parent', '0'),
    element('wp:menu_order', '0'),
    cdata('wp:post_type', 'post'),
    cdata('wp:post_password', ''),
    element('wp:is_sticky', '0'),
    ...namesOf(article, view),
    carried === undefined ? '' : meta(CARRIED_KEY, carried),
    lead === undefined ? '' : meta('_thumbnail_id', String(lead.number)),
  ];
  return [`<item>\n${fields.join('')}</item>\n`, ...attachments.map(attachmentItem)];
}

/** Section, tags, and, as a plugin for several authors writes them, everybody of a byline. */
function namesOf({ authors }: Article, { section, tags, byline }: ArticleView): string[] {
  return [
    category('category', section.id, section.name),
    ...tags.map(({ id, name }) => category('post_tag', id, name)),
    ...(authors.length < 2
      ? []
      : byline.map(({ name, author: id = '' }) => category('author', `cap-${id}`, name))),
  ];
}

/** Lead and pictures of a text, each once. */
function listAttachments(
  { leadImage }: Article,
  { lead }: ArticleView,
  pictures: ReturnType<typeof articleHtml>['pictures'],
): Omit<Attachment, 'number' | 'parent' | 'time' | 'addressed'>[] {
  const others = pictures.filter(({ file }) => file !== leadImage?.file);
  const first =
    leadImage === undefined
      ? []
      : [
          {
            file: leadImage.file,
            alt: leadImage.alt ?? '',
            caption: leadImage.caption ?? '',
            description: [leadImage.credit, leadImage.licence, lead?.source?.url]
              .filter(Boolean)
              .join(' · '),
          },
        ];
  return [
    ...first,
    ...others.map(({ file, alt, title = '' }) => ({ file, alt, caption: title, description: '' })),
  ];
}
