export type { KeptFile, Media } from './derive/media.ts';
export { MediaError, openMedia } from './derive/media.ts';
export type { Picture, PictureFile } from './derive/picture.ts';
export type { Recipe, RecipeName } from './derive/recipes.ts';
export { RECIPES } from './derive/recipes.ts';
export * from './image-facts.ts';
export { inspectImage } from './inspect-image.ts';
export * from './limits.ts';
