import { articleAddress } from '@tamizdat/archive';
import { absolutizeHtml } from '@tamizdat/tree';
import {
  asOfText,
  changedAt,
  creditsOf,
  sayOf,
  type ShownArticle,
  sourceOf,
  type Taken,
  warningsHtml,
  withoutLinks,
} from '@tamizdat/take-along';
import { stringify } from 'yaml';
import { buildMarkdown } from './markdown/build-markdown.ts';

/**
 * An article as Markdown for another newsroom’s editor. Made from what readers are shown, not from the newsroom’s own
 * file, which may hold what was never published. Pictures are told in their words: a file that leads to pictures
 * elsewhere would show none where the outlet is blocked, and would ask for them at each look where it is not.
 */
export function buildArticleMarkdown(shown: ShownArticle, { base, links, source }: Taken): string {
  const { view, noted, article } = shown;
  const credited = creditsOf(noted, shown, source);
  const html = warningsHtml(view) + absolutizeHtml(credited, base, articleAddress(article.address));
  const text = buildMarkdown(links ? html : sayOf(links, shown).html(withoutLinks(html, 'notes')));
  return `---\n${stringify(frontOf(shown, { base, links, source }), { lineWidth: 0 })}---\n\n${text}`;
}

/** What stands around the text on the page; names of fields are those that other programs know. */
function frontOf(shown: ShownArticle, { base, links, source }: Taken) {
  const { view, context } = shown;
  const { name, url } = sourceOf(shown, base);
  const say = sayOf(links, shown).words;
  return Object.fromEntries(
    Object.entries({
      title: say(view.title),
      standfirst: view.standfirst && say(view.standfirst),
      lang: context.lang,
      authors: view.byline.map((one) => say(one.name)),
      contributors: view.contributors.map(({ role, who }) => say(`${role}: ${who.name}`)),
      place: view.dateline && say(view.dateline),
      date: view.published?.at,
      updated: view.updated?.at,
      section: view.section.name,
      // What travels by itself is read later than it is written.
      asOf: asOfText(context, changedAt(shown)),
      ...(source ? { source: name, url } : {}),
    }).filter(([, value]) => value !== undefined && value.length > 0),
  );
}
