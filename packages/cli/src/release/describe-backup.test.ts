import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { backupLine } from './describe-backup.ts';

test('the line that is printed backs up content and history, and no secret', () => {
  const folder = mkdtempSync(path.join(tmpdir(), "tamizdat it's-"));
  const files = {
    'content/outlet.yaml': true,
    'content/articles/en/2026/11/22-monkey.keynote/index.md': true,
    'content/keys/root.json': true,
    'content/keys/newest.json': true,
    'content/keys/targets-1.key.json': false,
    'content/keys/targets.key': false,
    'content/keys/targets.secret': false,
    'content/keys/recovery-root-1.txt': false,
    'outlet-state/release/state.json': true,
    'outlet-state/newsletter/sent/one.json': true,
    '.cache/media/picture': false,
    'dist/index.html': false,
  };
  for (const name of Object.keys(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), name);
  }
  execFileSync('sh', ['-c', backupLine(path.join(folder, 'content'))], { cwd: folder });
  expect(existsSync(path.join(folder, 'outlet-state/backed-up'))).toBe(true);
  const listed = execFileSync('tar', ['-tzf', 'outlet-backup.tgz'], {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  const kept = listed.split('\n').filter((name) => name !== '' && !name.endsWith('/'));
  expect(kept.sort()).toEqual(
    Object.entries(files)
      .filter(([, isKept]) => isKept)
      .map(([name]) => name)
      .sort(),
  );
});

test.each(['your-outlet.md', 'your-outlet.ru.md', 'outlet/backup.en.md', 'outlet/backup.ru.md'])(
  'docs/%s leaves out the same secrets',
  (name) => {
    const docs = readFileSync(path.join(import.meta.dirname, '../../../../docs', name), 'utf8');
    const excludes = backupLine('/srv/outlet/content').match(/--exclude=\S+/g) ?? [];
    const lines = docs.split('\n').filter((line) => line.trim().startsWith('tar -c'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(` ${excludes.join(' ')} `);
  },
);
