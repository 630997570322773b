export { renderTree, type RenderedTree, type RenderOptions } from './render-tree.ts';
export { parseRecord, serialiseRecord, type RenderRecord } from './render-record.ts';
export type {
  CompiledTemplates,
  PictureOwner,
  Recorded,
  RenderedFile,
  Renderer,
  RenderSettings,
  Route,
  TierOfArticles,
} from './renderer.ts';
