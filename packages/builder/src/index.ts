export { renderTree, type RenderOptions } from './render-tree.ts';
