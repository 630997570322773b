import { escapeHtml } from '@tamizdat/render';
import { scanHtml } from '@tamizdat/tree';
import type { ShownArticle } from '../shown/load-shown.ts';
import { withoutOutlet } from './without-outlet.ts';

/** A text as it goes along: where its source is not told, credits below pictures do not tell it. */
export function creditsOf(html: string, shown: ShownArticle, source: boolean): string {
  const { outlet, lang } = shown.context;
  return source ? html : withoutOutletInCredits(html, outlet.name[lang] ?? '');
}

/** Leaves the outlet out of the captions of a text. @param html Of ours: well-formed @param outlet Its name */
export function withoutOutletInCredits(html: string, outlet: string): string {
  const pieces: string[] = [];
  let done = 0;
  let isCaption = false;
  const addText = (end: number): void => {
    const text = html.slice(done, end);
    pieces.push(isCaption ? withoutOutlet(text, escapeHtml(outlet)) : text);
    done = end;
  };
  scanHtml(html, {
    openTag: ({ name, start, end }) => {
      addText(start);
      pieces.push(html.slice(start, end));
      done = end;
      if (name === 'figcaption') isCaption = true;
    },
    closeTag: (name, start) => {
      addText(start - 2);
      if (name === 'figcaption') isCaption = false;
    },
  });
  return pieces.join('') + html.slice(done);
}
