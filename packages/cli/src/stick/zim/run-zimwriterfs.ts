import { spawn } from 'node:child_process';
import { say } from '../../language/say.ts';

/** Characters of what the program said that are shown. */
const SAID_MAX = 2000;

/** Runs `zimwriterfs` (Debian: zim-tools). @throws Error where it is not there, or failed */
export async function runZimwriterfs(
  args: readonly string[],
  program = 'zimwriterfs',
): Promise<void> {
  let said = '';
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // It writes the day into the file.
      env: { ...process.env, TZ: 'UTC' },
    });
    const keep = (chunk: Buffer): void => {
      said = (said + chunk.toString('utf8')).slice(-SAID_MAX);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', resolve);
  }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Error(describeMissing());
    throw error;
  });
  if (code === 0) return;
  throw new Error(
    say({
      en: `zimwriterfs failed, and nothing was written. It said:\n${said.trim()}`,
      ru: `zimwriterfs не справился, ничего не записано. Он сообщил:\n${said.trim()}`,
    }),
  );
}

const describeMissing = (): string =>
  say({
    en: 'A ZIM is written by zimwriterfs, which is not installed here: nothing was written. On Debian and Ubuntu: apt-get install zim-tools. For other systems see https://github.com/openzim/zim-tools. A folder (--as folder) needs no program.',
    ru: 'ZIM записывает программа zimwriterfs, а она здесь не установлена; ничего не записано. В Debian и Ubuntu: apt-get install zim-tools. Для других систем: https://github.com/openzim/zim-tools. Для папки (--as folder) программа не нужна.',
  });
