import { parseArgs } from 'node:util';
import path from 'node:path';
import { hostRoom } from './host-room.ts';
import { openLocalRoom } from './open-local-room.ts';

const HELP = `The writing room: articles written in a browser, without git.

npm run write                           opens it on this machine, over the files in content/
npm run write -- --out <folder>         writes the room to host, which opens pull requests at your forge
                                        (content/writing-room.yaml says where; docs/writing-room.md)

  --content <folder>   the content folder (content)
  --port <number>      port to listen on (4400, or the next that is free; 0 takes any)

Exit codes: 0 done or stopped, 1 it could not, 2 usage.
`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      content: { type: 'string', default: path.resolve(import.meta.dirname, '../../../content') },
      port: { type: 'string', default: '4400' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const content = path.resolve(values.content);
  if (values.out !== undefined) return hostRoom(content, path.resolve(values.out));
  const port = Number(values.port);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return openLocalRoom(content, port);
  process.stderr.write(
    `“${values.port}” is no port. Name a number from 0 to 65535, such as --port 4400.\n`,
  );
  return 2;
}

try {
  process.exitCode = await main();
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n\n${HELP}`);
  process.exitCode = 2;
}
