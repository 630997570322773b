import path from 'node:path';
import { defineCommand } from 'citty';
import { defaultTree } from '../repository/folders.ts';
import { UsageError } from '../frame/usage-error.ts';
import { MAX_PORT, serveFolder } from './serve-folder.ts';

export default defineCommand({
  meta: {
    name: 'serve',
    description:
      'Serve a finished tree on this machine. Exit codes: 0 stopped, 1 no tree or no port, 2 usage.',
  },
  args: {
    folder: {
      type: 'positional',
      description: 'Folder of the tree; dist/ where none is named',
      required: false,
    },
    port: {
      type: 'string',
      description: 'Port to listen on; the next free one is taken',
      default: '4321',
      valueHint: 'number',
    },
    host: { type: 'string', description: 'Address to listen on', default: '127.0.0.1' },
  },
  async run({ args }) {
    const folder = args.folder === undefined ? defaultTree : path.resolve(args.folder);
    const port = Number(args.port);
    if (!/^\d{1,5}$/.test(args.port) || port > MAX_PORT)
      throw new UsageError(
        `--port takes a number from 0 to ${MAX_PORT}, not “${args.port}”. Example: --port 8080`,
      );
    const address = await serveFolder(folder, { host: args.host, port });
    process.stdout.write(address === undefined ? '' : `\n  ${address}\n\n  Ctrl+C stops it.\n`);
    if (address === undefined) process.exitCode = 1;
  },
});
