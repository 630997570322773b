import path from 'node:path';
import { defineCommand } from 'citty';
import {
  CACHE,
  cacheFolder,
  defaultContent,
  defaultTree,
  mediaFolder,
} from '../repository/folders.ts';
import { readNowText } from '../clock/read-now.ts';
import { buildOutlet } from './build-outlet.ts';

export default defineCommand({
  meta: {
    name: 'build',
    description:
      'Build the site from the content into a tree of static files. Exit codes: 0 built, 1 the content has errors or the build failed (the last good tree is untouched), 2 usage.',
  },
  args: {
    content: {
      type: 'string',
      description: 'Folder of the content; content/ where none is named',
      valueHint: 'folder',
    },
    out: {
      type: 'string',
      description: 'Folder the finished tree is written to; dist/ where none is named',
      valueHint: 'folder',
    },
    state: {
      type: 'string',
      description: `Folder of what builds remember to be faster the next time; ${CACHE}/ where none is named`,
      valueHint: 'folder',
    },
    preview: {
      type: 'boolean',
      description: 'Show drafts and what is yet to come, marked',
      default: false,
    },
    force: { type: 'boolean', description: 'Build anew even if nothing changed', default: false },
  },
  async run({ args: { content, out, state, preview, force } }) {
    const built = await buildOutlet({
      content: content === undefined ? defaultContent : path.resolve(content),
      out: out === undefined ? defaultTree : path.resolve(out),
      state: state === undefined ? cacheFolder : path.resolve(state),
      media: mediaFolder(process.env),
      now: readNowText(),
      preview,
      force,
    });
    process.exitCode = built === undefined ? 1 : 0;
  },
});
