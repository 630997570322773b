import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of a book. */
export interface BookFile {
  /** ASCII, `/`-separated. */
  path: string;
  bytes: Uint8Array;
  /** Packed already, or to be found as it is. */
  isStored: boolean;
}

/** Packs files in their order. The same files give the same bytes: one time, one mode, nobody’s name. */
export async function zip(files: readonly BookFile[]): Promise<Buffer> {
  const archive = new ZipFile();
  for (const { path, bytes, isStored } of files) {
    archive.addBuffer(Buffer.from(bytes), path, optionsOf(isStored));
  }
  archive.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive.outputStream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** A file that is loaded when its turn comes. */
export interface LazyFile {
  /** ASCII, `/`-separated. */
  path: string;
  load: () => Promise<Uint8Array>;
  isStored: boolean;
}

/** The same for more files than memory holds. The stream is destroyed with the error of a file that cannot be loaded. */
export function zipLazily(files: Iterable<LazyFile>): Readable {
  const archive = new ZipFile();
  const output = new PassThrough();
  archive.on('error', (error: Error) => output.destroy(error));
  for (const { path, load, isStored } of files) {
    archive.addReadStreamLazy(path, optionsOf(isStored), (give) => {
      load().then(
        (bytes) => {
          give(null, Readable.from([bytes]));
        },
        (error: unknown) => {
          give(error, Readable.from([]));
        },
      );
    });
  }
  archive.end();
  archive.outputStream.pipe(output);
  return output;
}

const optionsOf = (isStored: boolean) => ({
  // Zip’s times begin here, have no zone and are taken from the local one, in which every day has a noon.
  mtime: new Date(1980, 0, 1, 12),
  mode: 0o100644,
  compressionLevel: isStored ? 0 : 9,
  // Another time behind each name would move “mimetype” from where reading programs look for it.
  forceDosTimestamp: true,
});
