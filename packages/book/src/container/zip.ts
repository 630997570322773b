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
  // Zip’s times begin here, have no zone and are taken from the local one, in which every day has a noon.
  const mtime = new Date(1980, 0, 1, 12);
  for (const { path, bytes, isStored } of files) {
    archive.addBuffer(Buffer.from(bytes), path, {
      mtime,
      mode: 0o100644,
      compressionLevel: isStored ? 0 : 9,
      // Another time behind each name would move “mimetype” from where reading programs look for it.
      forceDosTimestamp: true,
    });
  }
  archive.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive.outputStream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
