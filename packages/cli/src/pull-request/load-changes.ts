import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type ChangedFile, parseChange } from './changed-file.ts';
import { sizesOf } from './git-objects.ts';
import { CHANGED_FILES_MAX } from './limits.ts';
import { compareError } from '../repository/compare-error.ts';

const run = promisify(execFile);

/** What a pull request changes, as far as it was worth reading. */
export interface Changes {
  /** At most one more than a pull request may have. */
  files: readonly ChangedFile[];
  /** Bytes of what is added or changed, together; 0 where there are too many files. */
  bytes: number;
  /** Bytes of those of them that are texts and records of the content. */
  textBytes: number;
  /** Where the content stands in the repository, with a slash at its end. */
  content: string;
}

/**
 * Asks git what the last commit of the repository that holds the content folder changes since it left `base`. Nothing
 * of the files themselves is read. Throws UsageError where git cannot tell.
 */
export async function loadChanges(root: string, base: string): Promise<Changes> {
  const cwd = path.dirname(realpathSync(root));
  try {
    const git = async (...args: string[]) => (await run('git', args, { cwd })).stdout.trim();
    const prefix = await git('rev-parse', '--show-prefix');
    const commit = await git('rev-parse', '--verify', '--end-of-options', `${base}^{commit}`);
    const start = await git('merge-base', commit, 'HEAD');
    const files = await listFiles(cwd, start);
    const content = `${prefix}${path.basename(root)}/`;
    const sizes = files.length > CHANGED_FILES_MAX ? NOTHING : await sumSizes(cwd, files, content);
    return { files, ...sizes, content };
  } catch (error) {
    throw compareError(base, error);
  }
}

const NOTHING = { bytes: 0, textBytes: 0 };

/** Texts and records, which are read as a whole and looked at letter by letter. */
const TEXT_FILE = /\.(?:md|yaml)$/i;

/** Stops listening after the first file too many: there may be millions. */
async function listFiles(cwd: string, start: string): Promise<ChangedFile[]> {
  const args = ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', start, 'HEAD'];
  const child = spawn('git', args, { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  const files: ChangedFile[] = [];
  let fields: string[] = [];
  let rest = '';
  for await (const part of child.stdout.setEncoding('utf8')) {
    fields = fields.concat((rest + String(part)).split('\0'));
    rest = fields.pop() ?? '';
    for (; fields.length > 1; fields = fields.slice(2)) {
      files.push(parseChange(fields[0] ?? '', fields[1] ?? ''));
      if (files.length > CHANGED_FILES_MAX) return files;
    }
  }
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error('git diff-tree failed');
  return files;
}

async function sumSizes(
  cwd: string,
  files: readonly ChangedFile[],
  content: string,
): Promise<typeof NOTHING> {
  const present = files.filter(({ sort }) => sort !== 'deleted' && sort !== 'submodule');
  const sizes = await sizesOf(
    cwd,
    present.map(({ object }) => object),
  );
  const sum = (of: readonly number[]) => of.reduce((total, size) => total + size, 0);
  const isText = ({ path: name }: ChangedFile) => name.startsWith(content) && TEXT_FILE.test(name);
  const texts = sizes.filter((_, at) => present.slice(at, at + 1).some(isText));
  return { bytes: sum(sizes), textBytes: sum(texts) };
}
