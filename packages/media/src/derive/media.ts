import { lstat, readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { DrawingError, encodeDrawing } from '../drawing/encode-drawing.ts';
import { isDrawing, readDrawing } from '../drawing/inspect-drawing.ts';
import { inspectImage } from '../inspect-image.ts';
import { ENCODERS_MAX } from '../limits.ts';
import { ErrorInBoth, type InBoth, saidBy } from '@tamizdat/problem';
import { CacheFolder, sha256 } from './cache-folder.ts';
import type { Encoded } from './encode.ts';
import { encodeRecipe, encoderVersion } from './encode.ts';
import { createGate } from './gate.ts';
import type { Picture } from './picture.ts';
import {
  buildPicture,
  describeFile,
  filesOf,
  HASH_LENGTH,
  NAME,
  parseEntry,
  serialiseEntry,
  TYPES,
} from './picture-entry.ts';
import type { Recipe, RecipeName } from './recipes.ts';
import { RECIPES } from './recipes.ts';
import { SourceHashes } from './source-hash.ts';

/** A picture that cannot be made; the message says why, in a sentence, in both languages. */
export class MediaError extends ErrorInBoth {
  override name = 'MediaError';
  readonly code = 'image-refused';
  readonly file: string;

  constructor(file: string, reason: InBoth) {
    super(reason);
    this.file = file;
  }
}

export interface KeptFile {
  /** As derivatives are named. */
  name: string;
  bytes: number;
}

export interface Media {
  /**
   * The files of a recipe made from a source image: from the cache, or made now. Concurrent calls for the
   * same picture share one making. Throws MediaError for what `inspectImage` refuses.
   */
  derive: (file: string, recipe: RecipeName) => Promise<Picture>;
  /**
   * Keeps a file that is published as it is (a recording, captions), under the hash of its bytes. What may be in it is
   * the caller's to check. Throws where the file cannot be read.
   */
  keep: (file: string, extension: string) => Promise<KeptFile>;
  /**
   * The bytes of a derivative, checked against its name; undefined when it is not there. One that was
   * damaged is made again if this process derived it, else removed so that the next `derive` makes it.
   */
  load: (name: string) => Promise<{ bytes: Buffer; type: string } | undefined>;
}

const CHANGED: InBoth = {
  en: 'The file changed while it was read: build again.',
  ru: 'Файл изменился, пока его читали: соберите ещё раз.',
};

class CachedMedia implements Media {
  readonly #cache: CacheFolder;
  readonly #hashes: SourceHashes;
  readonly #version = encoderVersion();
  readonly #gate = createGate(ENCODERS_MAX);
  readonly #pending = new Map<string, Promise<Picture>>();
  /** Pictures whose files were seen in this process, by key. */
  readonly #seen = new Map<string, Picture>();
  /** How to make a file again that was damaged, by its name. */
  readonly #origins = new Map<string, () => Promise<unknown>>();

  constructor(cacheFolder: string) {
    this.#cache = new CacheFolder(cacheFolder);
    this.#hashes = new SourceHashes(this.#cache);
  }

  async derive(file: string, recipe: RecipeName): Promise<Picture> {
    const hash = await this.#hashes.hashOf(file);
    if (hash === undefined) return this.#refuse(file);
    const key = sha256([hash, JSON.stringify(RECIPES[recipe]), this.#version].join('\n'));
    const seen = this.#seen.get(key);
    if (seen) return seen;
    const pending = this.#pending.get(key) ?? this.#find(file, recipe, key, hash);
    this.#pending.set(key, pending);
    try {
      return await pending;
    } finally {
      this.#pending.delete(key);
    }
  }

  async keep(file: string, extension: string): Promise<KeptFile> {
    const hash = await this.#hashes.hashOf(file);
    if (hash === undefined) return this.#refuse(file);
    const name = `${hash.slice(0, HASH_LENGTH)}.${extension}`;
    this.#origins.set(name, () => this.keep(file, extension));
    const { size } = await lstat(file);
    if ((await this.#cache.sizeOf(`files/${name}`)) === size) return { name, bytes: size };
    const bytes = await readFile(file);
    if (sha256(bytes) !== hash) {
      await this.#hashes.forget(file);
      throw new MediaError(file, CHANGED);
    }
    await this.#cache.write(`files/${name}`, bytes);
    return { name, bytes: bytes.length };
  }

  async load(name: string): Promise<{ bytes: Buffer; type: string } | undefined> {
    const type = TYPES.get(NAME.exec(name)?.[1] ?? '');
    if (type === undefined) return undefined;
    const bytes = (await this.#loadWhole(name)) ?? (await this.#remake(name));
    return bytes && { bytes, type };
  }

  async #loadWhole(name: string): Promise<Buffer | undefined> {
    const bytes = await this.#cache.read(`files/${name}`);
    if (!bytes || sha256(bytes).startsWith(name.slice(0, HASH_LENGTH))) return bytes;
    await this.#cache.remove(`files/${name}`);
    return undefined;
  }

  async #remake(name: string): Promise<Buffer | undefined> {
    const origin = this.#origins.get(name);
    if (!origin) return undefined;
    await origin();
    return this.#loadWhole(name);
  }

  async #find(file: string, recipe: RecipeName, key: string, hash: string): Promise<Picture> {
    const picture =
      (await this.#loadEntry(key)) ?? (await this.#gate(() => this.#make(file, recipe, key, hash)));
    this.#seen.set(key, picture);
    const again = (): Promise<Picture> => {
      this.#seen.delete(key);
      return this.derive(file, recipe);
    };
    for (const { name } of filesOf(picture)) this.#origins.set(name, again);
    return picture;
  }

  async #loadEntry(key: string): Promise<Picture | undefined> {
    const entry = await this.#cache.readOwn(`index/${key}`);
    const picture = entry && parseEntry(entry.toString('utf8'));
    if (!picture) return undefined;
    const sizes = await Promise.all(
      filesOf(picture).map(({ name }) => this.#cache.sizeOf(`files/${name}`)),
    );
    return filesOf(picture).every(({ bytes }, index) => sizes[index] === bytes)
      ? picture
      : undefined;
  }

  async #make(file: string, name: RecipeName, key: string, hash: string): Promise<Picture> {
    const recipe = RECIPES[name];
    const { avif, last } = isDrawing(file)
      ? { avif: [], last: await this.#draw(file, name, recipe) }
      : await this.#photograph(file, hash, recipe);
    for (const encoded of [...avif, last])
      await this.#cache.write(`files/${describeFile(encoded).name}`, encoded.bytes);
    const picture = buildPicture(avif, last);
    // The entry goes last: what it names is there.
    await this.#cache.writeOwn(`index/${key}`, serialiseEntry(picture));
    return picture;
  }

  async #draw(file: string, name: RecipeName, recipe: Recipe): Promise<Encoded> {
    const drawing = await readDrawing(file);
    const [problem] = drawing.problems;
    if (problem)
      throw new MediaError(file, {
        en: `line ${problem.line}, ${problem.found}: ${problem.message.en}`,
        ru: `строка ${problem.line}, ${problem.found}: ${problem.message.ru}`,
      });
    try {
      return await encodeDrawing(drawing, name, recipe);
    } catch (error) {
      throw error instanceof DrawingError ? new MediaError(file, saidBy(error)) : error;
    }
  }

  async #photograph(
    file: string,
    hash: string,
    recipe: Recipe,
  ): Promise<{ avif: Encoded[]; last: Encoded }> {
    const { refused, width, height } = await inspectImage(file);
    if (refused !== undefined) throw new MediaError(file, refused);
    const { avif, jpeg } = await this.#encode(file, hash, { width, height }, recipe);
    return { avif, last: jpeg };
  }

  async #encode(
    file: string,
    hash: string,
    size: { width: number; height: number },
    recipe: Recipe,
  ): ReturnType<typeof encodeRecipe> {
    const source = await readFile(file);
    if (sha256(source) !== hash) {
      await this.#hashes.forget(file);
      throw new MediaError(file, CHANGED);
    }
    try {
      return await encodeRecipe(source, size, recipe);
    } catch (error) {
      const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
      throw new MediaError(file, {
        en: `The picture cannot be decoded (${said}).`,
        ru: `Картинку не удаётся раскодировать (${said}).`,
      });
    }
  }

  async #refuse(file: string): Promise<never> {
    const { refused } = await inspectImage(file);
    throw new MediaError(file, refused ?? CHANGED);
  }
}

/**
 * Opens the folder in which derivatives are kept. It can be deleted at any time (and should be kept from
 * one build to the next: making pictures takes most of a first build's time).
 */
export function openMedia({ cacheFolder }: { cacheFolder: string }): Media {
  // AVIF bytes depend on the number of threads.
  sharp.concurrency(1);
  return new CachedMedia(cacheFolder);
}
