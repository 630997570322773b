import path from 'node:path';
import { defineCommand } from 'citty';
import { contentArgument } from '../repository/content-argument.ts';
import { defaultContent, repository } from '../repository/folders.ts';
import { writeCollections } from './write-collections.ts';

export default defineCommand({
  meta: {
    name: 'editor',
    description:
      'Tell the editor which files are articles, so that VS Code completes and checks their front matter. Run it after adding a file. Exit codes: 0 written, 1 the content cannot be read, 2 usage.',
  },
  args: {
    content: contentArgument,
  },
  async run({ args }) {
    const root = args.content === undefined ? defaultContent : path.resolve(args.content);
    const count = await writeCollections(root, path.join(repository, '.astro/collections'));
    process.stdout.write(`${count} files are known to the editor.\n`);
  },
});
