import type { RenderBodyOptions } from '../src/render/options.ts';

/** Options for tests: figures show what they were given. */
export function sampleOptions(options: Partial<RenderBodyOptions> = {}): RenderBodyOptions {
  return {
    lang: 'ru',
    words: { sources: 'Источники', backToText: 'К тексту', archived: 'архивная копия' },
    sources: [],
    picture: ({ file, title, href }) => {
      const image = `<img src="${file}">`;
      const picture = href === undefined ? image : `<a href="${href}">${image}</a>`;
      return `<figure>${picture}${title ? `<figcaption>${title}</figcaption>` : ''}</figure>`;
    },
    ...options,
  };
}
