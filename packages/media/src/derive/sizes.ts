import type { Recipe } from './recipes.ts';

export interface Size {
  width: number;
  height: number;
}

/** The largest part of a source that has the recipe's proportions. */
function croppedSource(source: Size, crop: Size | undefined): Size {
  if (!crop) return source;
  const ratio = crop.width / crop.height;
  return source.width / source.height > ratio
    ? { width: source.height * ratio, height: source.height }
    : { width: source.width, height: source.width / ratio };
}

/** Pixels of a derivative `width` wide, or of the whole source where that is narrower. */
export function sizeAt(width: number, source: Size, recipe: Recipe): Size {
  const part = croppedSource(source, recipe.crop);
  const shown = Math.max(1, Math.min(width, Math.round(part.width)));
  return { width: shown, height: Math.max(1, Math.round((part.height * shown) / part.width)) };
}

/** The recipe's AVIF widths that the source can fill; the source's own width where it is the largest left. */
export function avifWidths(source: Size, recipe: Recipe): number[] {
  const widths = recipe.avif.map((width) => sizeAt(width, source, recipe).width);
  return [...new Set(widths)].sort((a, b) => a - b);
}
