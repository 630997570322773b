import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { crc32 } from 'node:zlib';
import { ContentFolder } from '../fixture/content-folder.ts';
import { type Ran, runTamizdat } from '../workplace/run-tamizdat.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
/** What a check may hold at once. */
const MEMORY_KIB = 500_000;
const FILES = 100_000;
const ARTICLE = 'articles/en/2026/11/18-ferry-runs-again';

const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-hostile-'));
const content = new ContentFolder(path.join(folder, 'content'));
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], {
    cwd: folder,
    maxBuffer: 100_000_000,
  });

beforeAll(async () => {
  await content.fill();
  git('init', '--quiet', '--initial-branch=base');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Begin');
});
beforeEach(() => {
  git('checkout', '--quiet', '--force', '-B', 'proposed', 'base');
  git('clean', '--quiet', '--force', '-d', '-x');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function commit(): void {
  git('add', '--all', '--force');
  git('commit', '--quiet', '--allow-empty', '--message', 'Propose');
}

/** Checks what is proposed, and says how much memory that took at most, in KiB. */
async function check(): Promise<Ran & { memory: number }> {
  const report = path.join(tmpdir(), `${path.basename(folder)}-peak`);
  const module = path.join(tmpdir(), `${path.basename(folder)}-peak.mjs`);
  writeFileSync(
    module,
    `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS)));`,
  );
  const args = ['check', '--content', content.root, '--pull-request', 'base'];
  const env = {
    NODE_OPTIONS: `--max-old-space-size=300 --import=${pathToFileURL(module).href}`,
  };
  const ran = await runTamizdat(repository, args, { env });
  const memory = Number(readFileSync(report, 'utf8'));
  for (const file of [report, module]) rmSync(file);
  return { ...ran, memory };
}

const addField = (field: string) => {
  content.editArticle('en/2026/11/18-ferry-runs-again', (text) =>
    text.replace('status: ready', `status: ready\n${field}`),
  );
};
const showPicture = (bytes: Buffer) => {
  addField('leadImage: { file: bomb.png, alt: A ferry on a river, credit: Sample }');
  content.write(`${ARTICLE}/bomb.png`, bytes);
};

/** Ten names for ten of the former: 10^9 words out of some lines. */
function explodingAliases(): string {
  const levels = Array.from({ length: 9 }, (_, at) => {
    const refers = at === 0 ? 'word' : `*l${at - 1}`;
    return `l${at}: &l${at} [${Array.from({ length: 10 }, () => refers).join(', ')}]`;
  });
  return levels.join('\n');
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A picture that says that it is 50,000 pixels wide and high: 7.5 GB once it is decoded. */
function hugePicture(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(50_000, 0);
  header.writeUInt32BE(50_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.from('789c030000000001', 'hex')),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const HOSTILE: [what: string, propose: () => void, code: RegExp, place: string][] = [
  [
    'YAML aliases that explode',
    () => {
      addField(explodingAliases());
    },
    /yaml-/,
    `content/${ARTICLE}/index.md`,
  ],
  [
    'names that look alike',
    () => {
      content.write(`${ARTICLE}/br\u0456dge.png`, '');
    },
    /pull-request-look-alike/,
    `content/${ARTICLE}/`,
  ],
  [
    'names that differ in case alone',
    () => {
      for (const name of ['a.jpg', 'A.jpg']) content.write(`${ARTICLE}/${name}`, '');
    },
    /file-name-collision/,
    `content/${ARTICLE}`,
  ],
  [
    'a file outside the content',
    () => {
      content.write('../NOTES.txt', 'x');
    },
    /pull-request-outside-content/,
    'NOTES.txt',
  ],
  [
    'a workflow that was altered',
    () => {
      content.write('../.github/workflows/release.yml', 'on: push');
    },
    /pull-request-outside-content/,
    '.github/workflows/release.yml',
  ],
  [
    'a script',
    () => {
      content.write(`${ARTICLE}/run.sh`, '#!/bin/sh');
    },
    /pull-request-file-type/,
    `content/${ARTICLE}/run.sh`,
  ],
  [
    'a text that is marked as a program',
    () => {
      chmodSync(path.join(content.root, ARTICLE, 'index.md'), 0o755);
    },
    /pull-request-executable/,
    `content/${ARTICLE}/index.md`,
  ],
  [
    'a link that leaves the content',
    () => {
      symlinkSync('/etc/passwd', path.join(content.root, ARTICLE, 'a.md'));
    },
    /pull-request-link/,
    `content/${ARTICLE}/a.md`,
  ],
  [
    'an image that is an archive',
    () => {
      showPicture(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(5_000)]));
    },
    /image-/,
    `content/${ARTICLE}/index.md`,
  ],
  [
    'an image of 50,000 by 50,000 pixels',
    () => {
      showPicture(hugePicture());
    },
    /image-/,
    `content/${ARTICLE}/index.md`,
  ],
];

test.each(HOSTILE)(
  '%s: refused with a message, in little memory',
  async (_, propose, code, place) => {
    propose();
    commit();
    const { code: exit, output, memory } = await check();
    expect([exit, output]).toEqual([1, expect.stringContaining(`--> ${place}`)]);
    expect(output).toMatch(new RegExp(`^error\\[[a-z-]*${code.source}[a-z-]*\\]: `, 'm'));
    expect(output).not.toMatch(/^\s+at |heap|FATAL/m);
    expect(memory).toBeLessThan(MEMORY_KIB);
  },
);

test(`${FILES} files: refused with a message, in little memory`, async () => {
  const blob = git('hash-object', '-w', `content/${ARTICLE}/index.md`).toString().trim();
  const lines = Array.from(
    { length: FILES },
    (_, at) => `100644 ${blob}\tcontent/articles/en/2026/11/${10 + (at % 20)}-a-${at}/index.md\n`,
  );
  execFileSync('git', ['update-index', '--index-info'], { cwd: folder, input: lines.join('') });
  git('commit', '--quiet', '--message', 'Flood');
  const { code, output, memory } = await check();
  expect([code, output]).toEqual([
    1,
    expect.stringContaining('error[pull-request-too-many-files]'),
  ]);
  expect(memory).toBeLessThan(MEMORY_KIB);
});
