import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Outgoing } from '../../kinds/store.ts';
import type { PartFile } from '../part-file.ts';
import { readReleased } from '../released-files.ts';

/** Files that are packed already: to pack them again gains nothing. */
const PACKED =
  /\.(?:avif|webp|jpe?g|png|gif|ico|mp[34]|m4a|ogg|opus|webm|woff2|wasm|pf_\w+|gz|zip|epub)$/;

/**
 * Writes a zip archive of a release. The same files and the same day give the same bytes; it holds no user's name.
 * @param folder The folder in which all of it lies in the archive.
 * @param clock The release's clock (packages/release/SPEC.md, 6.4); its day stands at every file.
 */
export async function writeZip(
  files: readonly Outgoing[],
  { folder, clock }: { folder: string; clock: string },
  part: PartFile,
): Promise<void> {
  const zip = new ZipFile();
  const output = new PassThrough();
  zip.outputStream.pipe(output);
  const mtime = noonOf(clock);
  for (const file of files) {
    const isPacked = PACKED.test(file.path) || isHashes(file.path);
    // Nothing is stored as it is: sizes come behind the bytes, and whoever reads from the front, as Java's ZipInputStream
    // and the Android apps made of it do, finds the end of an entry only where it is compressed.
    const compressionLevel = isPacked ? 1 : 6;
    const options = { mtime, mode: 0o100644, compressionLevel, forceDosTimestamp: true };
    zip.addReadStreamLazy(`${folder}/${file.path}`, options, (give) => {
      const stream = Readable.from(readReleased(file));
      stream.on('error', (error) => output.destroy(error));
      give(null, stream);
    });
  }
  zip.end();
  for await (const chunk of output) part.write(chunk as Uint8Array);
}

/** Nodes and blocks are hashes for the most part. */
const isHashes = (path: string): boolean => path.startsWith('release/nodes/');

/** Zip's time has no zone and is taken from the local one, in which every day has a noon. */
function noonOf(clock: string): Date {
  const [year = 1980, month = 1, day = 1] = clock.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}
