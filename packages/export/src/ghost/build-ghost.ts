import type { Article } from '@tamizdat/article-schema';
import { escapeHtml } from '@tamizdat/body/escape-html';
import { articleHtml } from '../article/article-html.ts';
import { buildCarried } from '../article/carried.ts';
import { type Leaving, leavingArticle, type Standing } from '../article/leaving.ts';
import { GHOST_ALT_MAX, GHOST_EXCERPT_MAX, GHOST_TITLE_MAX } from '../limits.ts';
import { type Addressed, filePath, originOf, type Outgoing } from '../outgoing.ts';
import { cutText } from './cut-text.ts';
import { ghostId } from './ghost-id.ts';
import { ghostSlugs, pathOf } from './ghost-slugs.ts';
import { type Related, relatedTables } from './related-tables.ts';

/** What Ghost calls how an article stands; it knows nothing that was withdrawn. */
const STATUSES: Readonly<Record<Standing, string>> = {
  public: 'published',
  scheduled: 'scheduled',
  draft: 'draft',
  withdrawn: 'draft',
  removed: 'draft',
};

/** What stands for the site’s own address until Ghost knows it. */
const SITE = '__GHOST_URL__';

/**
 * One language of an outlet as a Ghost export, piece by piece: one text is in memory at a time. Comes out the same each
 * time.
 */
export async function* buildGhost(outgoing: Outgoing): AsyncGenerator<string> {
  const { articles } = outgoing;
  const slugs = ghostSlugs(articles);
  const exported = Math.max(
    0,
    ...articles.map(({ publishedAt }) => Date.parse(publishedAt ?? '1970-01-01')),
  );
  const meta = JSON.stringify({ exported_on: exported, version: '5.0.0' });
  yield `{"db":[{"meta":${meta},"data":{"posts":[`;
  const metas: string[] = [];
  const related: Related[] = [];
  let isFirst = true;
  for (const article of articles) {
    const leaving = await leavingArticle(article, outgoing);
    if (leaving.standing === 'removed') continue;
    const { post, more } = rowsOf(leaving, outgoing, slugs);
    yield `${isFirst ? '' : ','}\n${JSON.stringify(post)}`;
    isFirst = false;
    metas.push(JSON.stringify(more));
    const { section, tags, byline } = leaving.view;
    related.push({ post: ghostId(article.id), tags: [section, ...tags], byline });
  }
  yield `\n],"posts_meta":[\n${metas.join(',\n')}\n]`;
  for (const [name, rows] of Object.entries(relatedTables(related)))
    yield `,\n"${name}":[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
  yield '}}]}\n';
}

interface Rows {
  post: Record<string, unknown>;
  more: Record<string, unknown>;
}

function rowsOf(leaving: Leaving, { context }: Outgoing, slugs: ReadonlyMap<string, string>): Rows {
  const { article, view, at, standing } = leaving;
  const addressed: Addressed = {
    leaving,
    file: (name) => fileAddress(article, name),
    link: linkIn(originOf(context.outlet), slugs),
  };
  const { before, body, after } = articleHtml(addressed, context);
  const id = ghostId(article.id);
  const time = new Date(at).toISOString();
  const slug = slugs.get(pathOf(article));
  const { leadImage } = article;
  const words = cutWords(leaving);
  const post = {
    id,
    title: words.title,
    slug,
    html: [asCard(before), body, asCard(after)].filter((part) => part !== '').join('\n'),
    feature_image: leadImage === undefined ? null : fileAddress(article, leadImage.file),
    featured: false,
    type: 'post',
    status: STATUSES[standing],
    visibility: 'public',
    locale: article.lang,
    created_at: time,
    updated_at: article.updatedAt === undefined ? time : new Date(article.updatedAt).toISOString(),
    published_at: standing === 'draft' ? null : time,
    custom_excerpt: words.excerpt,
  };
  const caption = [
    leadImage?.caption,
    leadImage?.credit,
    leadImage?.licence,
    view.lead?.source?.url,
  ];
  const more = {
    id: `m${id.slice(1)}`,
    post_id: id,
    feature_image_alt: words.alt,
    feature_image_caption: escapeHtml(caption.filter(Boolean).join(' · ')) || null,
    frontmatter: buildCarried(article) ?? null,
  };
  return { post, more };
}

/** Texts that Ghost holds in a length of its own; whole, they are carried beside it. */
function cutWords({ view, article: { leadImage } }: Leaving) {
  return {
    title: cutText(view.title, GHOST_TITLE_MAX),
    excerpt: view.standfirst === undefined ? null : cutText(view.standfirst, GHOST_EXCERPT_MAX),
    alt: leadImage?.alt === undefined ? null : cutText(leadImage.alt, GHOST_ALT_MAX),
  };
}

const fileAddress = (article: Article, name: string): string =>
  `${SITE}/content/images/${filePath(article, name)}`;

/** Articles of the same language lie beside each other in Ghost; other pages of the outlet keep their paths. */
const linkIn =
  (origin: string, slugs: ReadonlyMap<string, string>) =>
  (url: string): string => {
    const whole = new URL(url, origin);
    if (!whole.href.startsWith(origin)) return whole.href;
    const path = whole.href.slice(origin.length - 1);
    const slug = slugs.get(path.replace(/[?#].*$/, ''));
    return slug === undefined ? SITE + path : `${SITE}/${slug}/${whole.hash}`;
  };

/** A card of HTML: Ghost keeps what is in it as it is. */
const asCard = (html: string): string =>
  html === '' ? '' : `<!--kg-card-begin: html-->\n${html}\n<!--kg-card-end: html-->`;
