import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SampleOutlet } from '../release/sample-outlet.ts';
import { type Ran, runTamizdat, startTamizdat, finished } from '../workplace/run-tamizdat.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-watch-'));
const outlet = new SampleOutlet();
const servers: Server[] = [];
let good = '';
let stale = '';
let block = '';

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

beforeAll(async () => {
  await outlet.release();
  stale = `${await outlet.serve(outlet.copy('first'))}/`;
  outlet.write('en/a.html', 'a corrected story '.repeat(1_000));
  await outlet.release();
  good = `${await outlet.serve(outlet.copy('second'))}/`;
  block = await serve((_, response) => response.end('<html>This site is blocked'));
});
afterAll(() => {
  for (const server of servers) server.close();
  outlet.remove();
  rmSync(folder, { recursive: true });
});

let histories = 0;
const newHistory = (): string => path.join(folder, `history-${histories++}.sqlite`);

async function watch(args: string[], env: NodeJS.ProcessEnv = {}, history = newHistory()) {
  const all = ['watch', '--root', outlet.fingerprint, '--history', history, ...args];
  const ran: Ran = await runTamizdat(repository, all, { env });
  expect(ran.output).not.toContain('    at ');
  return ran;
}

describe('tamizdat watch', () => {
  it('says of each mirror what it is', async () => {
    expect(await watch([good])).toMatchObject({ code: 0 });
    const { code, output } = await watch([good, stale, block]);
    expect(code).toBe(1);
    expect(output).toMatch(/ good +release 2/);
    expect(output).toMatch(/ stale +release 1 .*behind by 1/);
    expect(output).toMatch(/ blocked .*another page stands in the place/);
    expect(output).toContain('1 of 3 mirrors are good; the newest release is 2.');
    expect(await watch(['http://127.0.0.1:9/'])).toMatchObject({ code: 4 });
  });

  it('judges every file where it is told to, and speaks to programs', async () => {
    const { output, code } = await watch([good, '--full', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      newest: 2,
      mirrors: [{ state: 'good', former: 'good', seen: { judged: 3, release: { number: 2 } } }],
    });
  });

  it('writes a page that names no reserve mirror’s address, nor does anything else', async () => {
    const reserve = path.join(folder, 'reserve.yaml');
    const secret = stale;
    writeFileSync(
      reserve,
      `mirrors:\n  - name: secret-name\n    address: ${secret}\n    kind: copied\n`,
    );
    const page = path.join(folder, 'status.html');
    const history = newHistory();
    const args = ['reserve-1', good, '--html', page];
    const { code, output } = await watch(args, { TAMIZDAT_RESERVE: reserve }, history);
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringMatching(/reserve-1 +stale/) as string,
    });
    const all = await watch(['reserve', good, '--json'], { TAMIZDAT_RESERVE: reserve });
    expect(JSON.parse(all.output)).toMatchObject({
      mirrors: [{ state: 'good' }, { name: 'reserve-1', state: 'stale' }],
    });
    const html = readFileSync(page, 'utf8');
    expect(html).toContain('reserve-1');
    expect(html).toContain('in reserve');
    expect(html).toContain(good);
    const written = output + html + readFileSync(history, 'latin1');
    for (const word of [secret, new URL(secret).host, 'secret-name'])
      expect(written).not.toContain(word);
  });

  it('runs a hook where a state changed, and not where it did not', async () => {
    const history = newHistory();
    const log = path.join(folder, 'hook.log');
    const hook = `echo "$TAMIZDAT_MIRROR $TAMIZDAT_FORMER-$TAMIZDAT_STATE $TAMIZDAT_REASONS $TAMIZDAT_RESERVE" >> ${log}`;
    const moving = await serve((_, response) => response.writeHead(307).end());
    await watch([moving, '--hook', hook], {}, history);
    await watch([moving, '--hook', hook], {}, history);
    await watch([good, '--hook', hook], {}, history);
    expect(readFileSync(log, 'utf8')).toMatch(
      /^127\.0\.0\.1:\d+\/ -blocked it leads elsewhere \(307\).*\n$/,
    );
    const failing = await watch([block, '--hook', 'exit 3'], {}, newHistory());
    expect(failing).toMatchObject({
      code: 1,
      output: expect.stringContaining('the hook ended with 3') as string,
    });
  });

  it('looks again and again until it is told to end', async () => {
    const args = ['watch', good, '--root', outlet.fingerprint, '--history', newHistory()];
    const child = startTamizdat(repository, [...args, '--interval', '30s', '--json']);
    child.stdout?.once('data', () => child.kill('SIGTERM'));
    const { code, output } = await finished(child);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ newest: 2 });
  });

  it('leaves onion services out where there is no proxy', async () => {
    const { output, code } = await watch([good, `http://${'a'.repeat(56)}.onion/`]);
    expect({ code, output }).toMatchObject({
      code: 0,
      output: expect.stringContaining('is an onion service: --proxy') as string,
    });
  });

  it('holds a proxy that is gone against no mirror', async () => {
    const history = newHistory();
    const log = path.join(folder, 'proxy.log');
    const hook = ['--hook', `echo "$TAMIZDAT_MIRROR" >> ${log}`];
    const gone = ['--proxy', 'socks5://127.0.0.1:9'];
    expect(await watch([good, ...gone, ...hook], {}, history)).toMatchObject({
      code: 4,
      output: expect.stringContaining(
        'Nothing was looked at: the proxy cannot be reached (ECONNREFUSED)',
      ) as string,
    });
    expect(await watch([good, ...hook], {}, history)).toMatchObject({ code: 0 });
    expect(existsSync(log)).toBe(false);
  });

  it('tells what it found where the page cannot be written, and what to do with a file that is no history', async () => {
    const told = await watch([good, '--html', folder]);
    expect(told).toMatchObject({
      code: 0,
      output: expect.stringContaining('Warning: the page could not be written') as string,
    });
    expect(told.output).toContain('1 of 1 mirrors are good');
    const file = path.join(folder, 'no-history.sqlite');
    writeFileSync(file, 'not a database '.repeat(20));
    expect(await watch([good], {}, file)).toMatchObject({
      code: 2,
      output: expect.stringContaining('cannot be used (file is not a database)') as string,
    });
  });

  it.each([
    [['--interval', '1s'], '--interval is a time of at least 30s'],
    [['--sample', 'x'], '--sample is a number of files'],
    [['--sample', '3', '--full'], '--sample or --full, not both'],
    [['nobody'], 'There is no mirror “nobody”'],
    [['reserve'], 'There is no mirror “reserve”'],
    [['harbor'], 'Did you mean “harbour”?'],
    [['--proxy', 'ftp://x'], 'The proxy’s address is such as'],
  ])('%j is a slip of the pen', async (args, message) => {
    expect(await watch([...args, good])).toMatchObject({
      code: 2,
      output: expect.stringContaining(message) as string,
    });
  });
});
