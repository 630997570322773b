import type { Root, RootContent } from 'hast';
import type { FootnoteDefinition, Heading } from 'mdast';
import type { ParsedBody } from '../parse.ts';
import type { BodySource, RenderBodyOptions } from './options.ts';

/** HTML of a figure, made by the page: the only raw HTML that is let through. */
export type FigureNode = RootContent & { type: 'raw' };

/** A footnote in the order of first reference. */
export interface Note {
  number: number;
  references: number;
  source?: BodySource;
  definition?: FootnoteDefinition;
}

/** State of rendering one body. */
export interface RenderContext {
  body: ParsedBody;
  options: RenderBodyOptions;
  prefix: string;
  notes: Map<string, Note>;
  sources: Map<string, BodySource>;
  headingIds: Set<string>;
  headingIdOf: Map<Heading, string>;
  figures: Set<Root['children'][number]>;
  /** Images met inside elements that cannot hold a figure; they follow the paragraph, or end the cell. */
  displaced: FigureNode[];
  /** Where the link leads inside which the walk is. */
  linked?: string | undefined;
}
