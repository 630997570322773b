import * as UnixFS from '@ipld/unixfs';
import { withMaxChunkSize } from '@ipld/unixfs/file/chunker/fixed';
import { withWidth } from '@ipld/unixfs/file/layout/balanced';
import * as raw from 'multiformats/codecs/raw';
import type { Outgoing } from '../../kinds/store.ts';
import { CAR_CHUNK_BYTES, CAR_FOLDER_ENTRIES, CAR_LINKS, CAR_QUEUED_BYTES } from '../../limits.ts';
import { readReleased } from '../released-files.ts';

/** What the stock `ipfs-car pack` is set to: another setting would give the same files another name. */
const SETTINGS = UnixFS.configure({
  fileChunkEncoder: raw,
  smallFileEncoder: raw,
  chunker: withMaxChunkSize(CAR_CHUNK_BYTES),
  fileLayout: withWidth(CAR_LINKS),
});

/** A block of bytes with its CID. */
export type Block = UnixFS.Block;

/** What a folder knows of a file or folder in it. */
type Link = Parameters<UnixFS.DirectoryWriterView['set']>[1];

type Folder = Map<string, Outgoing | Folder>;

/**
 * Makes the UnixFS blocks of a folder, those of what is in it first and its own last.
 * @param files In the order of the code units of their paths, as ipfs-car takes them.
 * @param put Takes the blocks in their order.
 * @returns the CID of the folder
 * @throws MirrorError `tree-changed`, and what `put` throws
 */
export async function encodeFolder(
  files: readonly Outgoing[],
  put: (block: Block) => void,
): Promise<Block['cid']> {
  const failures: unknown[] = [];
  const writable = new WritableStream<Block>(
    {
      // The encoder does not wait for what it writes: a fault here would be nobody's.
      write: (block) => {
        try {
          if (failures.length === 0) put(block);
        } catch (error) {
          failures.push(error);
        }
      },
    },
    UnixFS.withCapacity(CAR_QUEUED_BYTES),
  );
  const encoder = new Encoder(UnixFS.createWriter({ writable, settings: SETTINGS }), failures);
  const { cid } = await encoder.folder(buildFolder(files));
  await encoder.close();
  return cid;
}

function buildFolder(files: readonly Outgoing[]): Folder {
  const root: Folder = new Map();
  for (const file of files) {
    const folders = file.path.split('/');
    const name = folders.pop() ?? '';
    folders.reduce(enterFolder, root).set(name, file);
  }
  return root;
}

function enterFolder(folder: Folder, name: string): Folder {
  const found = folder.get(name);
  if (found instanceof Map) return found;
  const made: Folder = new Map();
  folder.set(name, made);
  return made;
}

class Encoder {
  readonly #view: ReturnType<typeof UnixFS.createWriter>;
  readonly #failures: readonly unknown[];

  constructor(view: ReturnType<typeof UnixFS.createWriter>, failures: readonly unknown[]) {
    this.#view = view;
    this.#failures = failures;
  }

  async folder(folder: Folder): Promise<Link> {
    const writer =
      folder.size > CAR_FOLDER_ENTRIES
        ? UnixFS.createShardedDirectoryWriter(this.#view)
        : UnixFS.createDirectoryWriter(this.#view);
    for (const [name, entry] of folder)
      writer.set(name, entry instanceof Map ? await this.folder(entry) : await this.#file(entry));
    return writer.close();
  }

  async #file(file: Outgoing): Promise<Link> {
    const writer = UnixFS.createFileWriter(this.#view);
    for (const chunk of readReleased(file)) await writer.write(chunk);
    const link = await writer.close();
    this.#throwFailure();
    return link;
  }

  /** Waits until all blocks are put. */
  async close(): Promise<void> {
    await this.#view.close();
    this.#throwFailure();
  }

  #throwFailure(): void {
    if (this.#failures.length > 0) throw this.#failures[0];
  }
}
