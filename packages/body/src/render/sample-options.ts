import type { RenderBodyOptions } from './options.ts';

/** Options for tests: figures show what they were given. */
export function sampleOptions(options: Partial<RenderBodyOptions> = {}): RenderBodyOptions {
  return {
    lang: 'ru',
    words: { sources: 'Источники', backToText: 'К тексту', archived: 'архивная копия' },
    sources: [],
    picture: ({ file, title }) =>
      `<figure><img src="${file}">${title ? `<figcaption>${title}</figcaption>` : ''}</figure>`,
    ...options,
  };
}
