import { type Format, formatOf } from './formats.ts';
import type { Facts, Part } from './part.ts';

/** What a picture or recording is, and everything that it tells besides. */
export interface Inspection extends Facts {
  format: Format['name'];
  isPicture: boolean;
  /** In words such as `GPS position`; each once, sorted. A colour profile that names nobody is none. */
  metadata: string[];
}

/**
 * Looks into a file of a picture or recording, at its container alone: nothing is decoded. Takes any bytes and never
 * throws; time grows with their length, memory does not. Undefined for files of other formats.
 */
export function inspectContainer(given: Uint8Array): Inspection | undefined {
  const bytes = bufferOf(given);
  const format = formatOf(bytes);
  if (format === undefined) return undefined;
  const words = new Set<string>();
  const facts = fold(format, bytes, ({ tells }) => tells !== undefined && words.add(tells));
  return {
    ...facts,
    format: format.name,
    isPicture: format.isPicture,
    metadata: [...words].sort(),
  };
}

/**
 * The same picture or recording in a file that tells nothing besides; its coded bytes stay. What is clean comes back as it is.
 * Undefined where picture or sound might depend on what would go, where the file is cut off, and for other formats.
 */
export function stripContainer(given: Uint8Array): Buffer | undefined {
  const bytes = bufferOf(given);
  const format = formatOf(bytes);
  if (format === undefined) return undefined;
  const clean = new Pieces(bytes);
  const found = { stuck: false, told: false };
  const { complete } = fold(format, bytes, (part) => {
    found.stuck ||= part.stuck === true;
    found.told ||= part.tells !== undefined;
    clean.add(part);
  });
  if (found.stuck || !complete) return undefined;
  return found.told ? clean.join() : bytes;
}

function fold({ walk }: Format, bytes: Buffer, take: (part: Part) => unknown): Facts {
  const steps = walk(bytes);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) take(step.value);
  return step.value;
}

/** What stays of a file; parts that stand beside each other are one piece. */
class Pieces {
  readonly #bytes: Buffer;
  readonly #pieces: Buffer[] = [];
  #start = 0;
  #end = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  add({ start, end, tells, becomes }: Part): void {
    const stays = becomes === undefined && tells === undefined;
    if (stays && start === this.#end) this.#end = end;
    else if (stays) {
      this.#close();
      [this.#start, this.#end] = [start, end];
    } else if (becomes !== undefined) {
      this.#close();
      this.#pieces.push(becomes);
    }
  }

  #close(): void {
    if (this.#end > this.#start) this.#pieces.push(this.#bytes.subarray(this.#start, this.#end));
    this.#start = this.#end = -1;
  }

  join(): Buffer {
    this.#close();
    return Buffer.concat(this.#pieces);
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
