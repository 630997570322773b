import { AuthorSchema, type Author } from '@tamizdat/article-schema';
import { expect, it } from 'vitest';
import { exampleOutlet } from '../../testing/example-outlet.ts';
import { listHead } from './list-page.ts';
import type { PageContext } from './open-page.ts';

const author: Author = AuthorSchema.parse({
  id: 'ada',
  name: { en: 'Ada' },
  bio: { en: 'Draws.' },
  email: 'ada@pane.example',
  links: [{ name: 'drawings', url: 'https://drawings.example/' }],
});

it('prints an author’s address and links on their page', async () => {
  const door = { author: () => Promise.resolve(author) };
  const page = { lang: 'en', outlet: exampleOutlet, words: {}, door } as unknown as PageContext;
  expect((await listHead(page, 'author', 'ada'))?.links).toEqual([
    { name: 'ada@pane.example', url: 'mailto:ada@pane.example' },
    { name: 'drawings', url: 'https://drawings.example/' },
  ]);
});
