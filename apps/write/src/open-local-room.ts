import { createRoomServer } from './local/local-server.ts';
import { listenLocally } from './local/listen.ts';
import { buildRoomData } from './room/build-room-data.ts';
import { loadOutlet } from './room/load-outlet.ts';
import { buildRoomFiles } from './room/room-files.ts';
import { tellLeftOut, tellProblems } from './tell-problems.ts';

/** Serves the room over the files of a content folder until it is stopped. Gives the exit code where it cannot. */
export async function openLocalRoom(content: string, port: number): Promise<number> {
  const first = loadOutlet(content);
  if ('problems' in first) return tellProblems(first.problems);
  tellLeftOut(first.leftOut);
  const files = await buildRoomFiles([]);
  const server = createRoomServer({
    content,
    files,
    data: () => {
      const loaded = loadOutlet(content);
      // While outlet.yaml is being changed, the room stays with what it was.
      const shown = 'problems' in loaded ? first : loaded;
      return Promise.resolve(JSON.stringify(buildRoomData(shown, undefined)));
    },
  });
  const address = await listenLocally(server, port);
  if (address === undefined) {
    process.stderr.write(`The ports from ${port} on are taken. Name another with --port.\n`);
    return 1;
  }
  process.stdout.write(
    `The writing room is open at ${address} for this machine alone. What is saved there are files in ${content}.\nStop it with Ctrl+C.\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
  return 0;
}
