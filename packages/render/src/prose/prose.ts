/** A picture or recording that a text shows, with the words that the text gives it, typeset. */
export interface ProseFigure {
  /** Plain file name beside the text. */
  file: string;
  /** Alternative text; what says that there is none, where nobody wrote one. */
  alt: string;
  caption: string | undefined;
  credit: string | undefined;
  /** Where a link around it leads. */
  href: string | undefined;
}

/** A text that was set: HTML with places for its figures, which look different on a page, in a feed and in a letter. */
export interface Prose {
  /** HTML before, between and after the figures: one piece more than there are figures. */
  pieces: readonly string[];
  figures: readonly ProseFigure[];
}

/**
 * A text with its figures drawn.
 * @param draw Gives the HTML of a figure, which is trusted as it is; empty leaves it out.
 */
export function fillProse(
  { pieces, figures }: Prose,
  draw: (figure: ProseFigure, place: number) => string,
): string {
  const drawn = figures.map((figure, place) => draw(figure, place) + (pieces[place + 1] ?? ''));
  return (pieces[0] ?? '') + drawn.join('');
}
