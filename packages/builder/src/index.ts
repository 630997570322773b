export { renderTree, type RenderedTree, type RenderOptions } from './render-tree.ts';
export { parseRecord, serialiseRecord, type RenderRecord } from './render-record.ts';
