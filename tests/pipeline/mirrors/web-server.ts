import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ORIGIN } from '../release/sample-outlet.ts';

const recipes = path.resolve(import.meta.dirname, '../../../docs/hosting');

/** A web server of Debian's, running a recipe of docs/hosting with the paths and the port of a test. */
export class WebServer {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-host-'));
  readonly port: number;
  secondPort = 0;
  #child: ChildProcess | undefined;
  #said = '';

  private constructor(port: number) {
    this.port = port;
  }

  /**
   * @param beside a further recipe, whose server listens at `secondPort`
   * @param tls folder with `fullchain.pem` and `privkey.pem`, for a recipe that is about names
   * @param redirects folder with the rules of an import, put in as docs/moving-in.md says
   */
  static async nginx(
    recipe: string,
    copy: string,
    { beside, tls = '', redirects }: { beside?: string; tls?: string; redirects?: string } = {},
  ): Promise<WebServer> {
    const server = new WebServer(await findFreePort());
    const { folder, port } = server;
    const text = readRecipe(recipe, copy, {
      'listen 80;': `listen 127.0.0.1:${port};`,
      'listen 443 ssl': `listen 127.0.0.1:${port} ssl`,
      'listen [::]:443 ssl default_server;': '',
      'listen [::]:443 ssl;': '',
      '/etc/ssl/tamizdat': tls,
      'https://outlet.example/': ORIGIN,
      '/var/log/nginx': folder,
      'listen 127.0.0.1:8081;': `listen 127.0.0.1:${port};`,
      'listen [::]:80;': '',
      '/etc/nginx/tamizdat-types.conf': path.join(folder, 'types.conf'),
      '/var/www/html': folder,
    });
    const moving =
      redirects === undefined
        ? text
        : `include ${redirects}/nginx.conf;\n${text.replace(/^server \{$/m, 'server {\nif ($moved) { return 301 $moved; }')}`;
    const log = { '/var/log/nginx/error.log': path.join(folder, 'error.log') };
    const others = [
      ...(recipe === 'nginx-onion.conf' ? [server.#rootBesideOnion(copy)] : []),
      ...(beside === undefined ? [] : [await server.#second(beside, copy)]),
    ].join('\n');
    writeFileSync(path.join(folder, 'types.conf'), readRecipe('nginx-types.conf', copy, log));
    writeFileSync(path.join(folder, 'own.html'), 'the host’s own site');
    const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${folder}/${name};`)
      .join('\n');
    writeFileSync(
      path.join(folder, 'nginx.conf'),
      `user root;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\n${places}\naccess_log ${folder}/access.log;\n${moving}\n${others}\n}\n`,
    );
    const args = ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-g', 'daemon off;'];
    await server.#start('/usr/sbin/nginx', args);
    return server;
  }

  /** The server that an onion stands beside, at a socket, with the line that the onion's recipe asks for. */
  #rootBesideOnion(copy: string): string {
    const line =
      /^# {3}(add_header .+;)$/m.exec(readRecipe('nginx-onion.conf', copy, {}))?.[1] ?? '';
    return readRecipe('nginx-root.conf', copy, {
      'listen 80;': `listen unix:${this.folder}/root.sock; ${line}`,
      'listen [::]:80;': '',
      '/etc/nginx/tamizdat-types.conf': path.join(this.folder, 'types.conf'),
    });
  }

  async #second(recipe: string, copy: string): Promise<string> {
    this.secondPort = await findFreePort();
    return readRecipe(recipe, copy, {
      'listen 80;': `listen 127.0.0.1:${this.secondPort};`,
      'listen [::]:80;': '',
      '/etc/nginx/tamizdat-types.conf': path.join(this.folder, 'types.conf'),
      '/var/www/html': this.folder,
    });
  }

  static async caddy(
    recipe: string,
    copy: string,
    { tls = '', redirects }: { tls?: string; redirects?: string } = {},
  ): Promise<WebServer> {
    const server = new WebServer(await findFreePort());
    const { folder, port } = server;
    const moving = redirects === undefined ? '' : `\n\timport ${redirects}/caddy.conf`;
    const text = readRecipe(recipe, copy, {
      'mirror.example.org {': `http://127.0.0.1:${port} {${moving}`,
      '\n*.example.net {': `\n*.example.net:${port} {`,
      '/etc/ssl/tamizdat': tls,
      'https://outlet.example/': ORIGIN,
      '/var/www/html': folder,
    });
    writeFileSync(path.join(folder, 'own.html'), 'the host’s own site');
    writeFileSync(
      path.join(folder, 'Caddyfile'),
      `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${text}`,
    );
    const args = ['run', '--adapter', 'caddyfile', '--config', path.join(folder, 'Caddyfile')];
    await server.#start('caddy', args, { HOME: folder, XDG_DATA_HOME: folder });
    return server;
  }

  /** Everything that the server wrote: its logs, and what it said. */
  get logs(): string {
    const files = ['access.log', 'error.log'].map((name) => path.join(this.folder, name));
    return this.#said + files.map(readIfThere).join('');
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child?.once('exit', resolve));
    this.#child?.kill('SIGTERM');
    await ended;
    rmSync(this.folder, { recursive: true });
  }

  async #start(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], ...env },
    });
    this.#child = child;
    const note = (text: Buffer): void => {
      this.#said += text.toString();
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    for (let tries = 0; tries < 600; tries++) {
      if (child.exitCode !== null) throw new Error(`${command} ended:\n${this.logs}`);
      if (await isOpen(this.port)) return;
      await sleep(50);
    }
    throw new Error(`${command} did not start:\n${this.logs}`);
  }
}

/** Reads a recipe and puts a test's own places into it. @throws where one of them is not there */
export function readRecipe(name: string, copy: string, places: Record<string, string>): string {
  let text = readFileSync(path.join(recipes, name), 'utf8');
  for (const [from, to] of Object.entries({ ...places }))
    if (text.includes(from)) text = text.replaceAll(from, to);
  return text.replaceAll('/srv/tamizdat', copy);
}

async function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
