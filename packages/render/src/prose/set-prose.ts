import type { Words } from '@tamizdat/article-schema';
import { type BodySource, renderBody } from '@tamizdat/body';
import { splitTitle } from '../picture/split-title.ts';
import { setHtml } from '../typography/set-html.ts';
import { setText } from '../typography/set-text.ts';
import type { Prose, ProseFigure } from './prose.ts';

/** How a text is to be set. */
export interface ProseOptions {
  /** BCP 47. */
  lang: string;
  words: Pick<Words, 'sources' | 'backToText' | 'archivedCopy' | 'undescribed'>;
  /** What notes may cite. */
  sources: readonly BodySource[];
  /** Prefix of all ids of what stands beside another text on its page; it lists only the sources it cites. */
  fragment?: string;
  /** Whether pictures and recordings have a place in it. */
  hasFigures: boolean;
}

/** Where a figure stands: `packages/body` lets no text write an attribute of this name. */
const PLACE = /<figure data-place="(\d+)"><\/figure>/;

/** Turns Markdown into HTML, set as its language is printed, with links from the site's root. Never throws. */
export function setProse(markdown: string, options: ProseOptions): Prose {
  const { lang, words, sources, fragment = '', hasFigures } = options;
  const found: ProseFigure[] = [];
  const setWords = (text: string | undefined) => text && setText(text, lang);
  const html = renderBody(markdown, {
    lang,
    words: { sources: words.sources, backToText: words.backToText, archived: words.archivedCopy },
    sources,
    ...(fragment === '' ? {} : { fragment, citedOnly: true }),
    ...(hasFigures && {
      picture: ({ file, alt, title, href }) => {
        const { caption, credit } = splitTitle(title);
        const place = found.push({
          file,
          // No picture of a text decorates: an empty description says that nobody wrote one.
          alt: setText(alt.trim() === '' ? words.undescribed : alt, lang),
          caption: setWords(caption),
          credit: setWords(credit),
          href,
        });
        return `<figure data-place="${place - 1}"></figure>`;
      },
    }),
  });
  // The places are captured: pieces and numbers of figures take turns.
  const parts = setHtml(html, lang).split(PLACE);
  return {
    pieces: parts.filter((_, index) => index % 2 === 0),
    figures: parts.flatMap((place, index) => (index % 2 === 1 ? (found[Number(place)] ?? []) : [])),
  };
}

/**
 * {@link setProse} that sets a text once: page, feeds, search and pictures ask for the same.
 * @param limit How many texts are remembered; those that were asked for longest ago go first.
 */
export function rememberProse(limit: number): typeof setProse {
  const kept = new Map<string, Prose>();
  return (markdown, options) => {
    const key = JSON.stringify([markdown, options]);
    const prose = kept.get(key) ?? setProse(markdown, options);
    kept.delete(key);
    kept.set(key, prose);
    const [oldest] = kept.keys();
    if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
    return prose;
  };
}
