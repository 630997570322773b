import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { RECORD_MAX_LENGTH, ZIP_ENTRIES_MAX } from '../limits.ts';
import { SourceError } from './source-error.ts';

/** The texts of a zip, which lies on the disk: none is in memory but the one that is read. */
export interface ZipTexts {
  names: readonly string[];
  /** A text in UTF-8; undefined where there is none, or one that is too long, secret or broken. */
  read: (name: string) => Promise<string | undefined>;
  close: () => void;
}

/** Opens a zip. Nothing is unpacked to the disk. @throws SourceError for what is no whole zip, or has names that lead elsewhere */
export async function openZipTexts(file: string): Promise<ZipTexts> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false }).catch(refuse);
  const entries = await listEntries(zip).catch((error: unknown) => {
    zip.close();
    return refuse(error);
  });
  return {
    names: [...entries.keys()],
    read: (name) => readText(zip, entries.get(name)),
    close: () => {
      zip.close();
    },
  };
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > ZIP_ENTRIES_MAX) throw new Error(`more than ${ZIP_ENTRIES_MAX} files`);
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry())
    if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
  return entries;
}

/** The length that an entry has is held against the one that it says; more than that is never unpacked. */
async function readText(zip: ZipFile, entry: Entry | undefined): Promise<string | undefined> {
  if (entry === undefined || entry.uncompressedSize > RECORD_MAX_LENGTH) return undefined;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    return undefined;
  }
}

function refuse(error: unknown): never {
  const reason = error instanceof Error ? error.message.slice(0, 200) : '';
  throw new SourceError({
    en: `This zip cannot be read: ${reason}. Fetch the export once more.`,
    ru: `Этот zip не прочесть: ${reason}. Скачайте выгрузку ещё раз.`,
  });
}
