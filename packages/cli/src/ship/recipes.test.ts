import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkArguments } from '../frame/check-arguments.ts';
import { argumentsOf, findCommand } from '../frame/find-command.ts';
import { tamizdat } from '../frame/tamizdat.ts';
import { repository } from '../repository/folders.ts';

/** The units and lines for an outlet’s own server. The mirrors’ are run in tests/pipeline/mirrors. */
const hosting = path.join(repository, 'docs/hosting');
const units = globSync('tamizdat-*.{service,timer}', { cwd: hosting }).sort();
const work = mkdtempSync(path.join(tmpdir(), 'tamizdat-units-'));
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
afterAll(() => {
  rmSync(work, { recursive: true });
});

const read = (name: string): string => readFileSync(path.join(hosting, name), 'utf8');

/** Of systemd, what it says of a unit, which is nothing; else that each line is a section, a setting or a comment. */
function judge(name: string): string {
  // A program of another machine may lie elsewhere on this one.
  const text = read(name).replaceAll(
    /\/usr\/bin\/(?:node|git)|\/srv\/outlet\/site\/node_modules\/\.bin\/tamizdat/g,
    '/bin/true',
  );
  if (!hasSystemd)
    return text
      .split('\n')
      .filter(
        (line) => !/^(?:|#.*|\[(?:Unit|Service|Timer|Install)\]|[A-Z][A-Za-z]+=.+)$/.test(line),
      )
      .join('\n');
  writeFileSync(path.join(work, name), text);
  const { stdout, stderr, status } = spawnSync(
    'systemd-analyze',
    ['verify', '--man=no', `./${name}`],
    { cwd: work, encoding: 'utf8' },
  );
  return `${stdout}${stderr}${status === 0 ? '' : String(status)}`;
}

test('systemd takes the units as they are', () => {
  expect(units).toHaveLength(10);
  // A timer is looked at with its service.
  const [services, timers] = [
    units.filter((name) => name.endsWith('e')),
    units.filter((name) => name.endsWith('r')),
  ];
  for (const name of [...services, ...timers]) expect([name, judge(name)]).toEqual([name, '']);
});

/** By the command that the kit installs, which brings its own Node: a server’s may be too old for it. */
const CALL = /node_modules\/\.bin\/tamizdat ([^;|>\n]+)/g;
const calls = [...units, 'crontab-outlet'].flatMap((name) =>
  [...read(name).matchAll(CALL)].map(([, call = '']) => [name, call.trim()] as const),
);

/** Commands are loaded, on a machine that does much else. */
const SLOW_MS = 480_000;

test('each calls a command that there is', { timeout: SLOW_MS }, async () => {
  for (const [name, call] of calls) {
    const found = await findCommand(tamizdat, call.split(' '));
    checkArguments(found.args, await argumentsOf(found.command));
    expect(`${name} ${call}`).not.toMatch(/passphrase/i);
  }
});

test('each recipe is there, and none holds the passphrase', () => {
  expect(calls.map(([, call]) => call.split(' ')[0]).sort()).toEqual(
    ['refresh', 'refresh', 'ship', 'ship', 'watch', 'watch', 'watch', 'watch'].sort(),
  );
  for (const name of [...units, 'crontab-outlet'])
    expect(read(name)).not.toMatch(/TAMIZDAT_PASSPHRASE=/);
});
