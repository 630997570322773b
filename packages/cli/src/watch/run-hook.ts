import { spawn } from 'node:child_process';
import { explainReason, type StateChange } from '@tamizdat/mirrors/watch';
import { relay } from '../frame/guard-output.ts';
import { say } from '../language/say.ts';

/** Milliseconds that a hook may take: the next look must not wait for it. */
const HOOK_MS = 60_000;

/** Runs a command for each mirror whose state changed. What a hook does wrong is said, and stops nothing. */
export async function runHook(command: string, changes: readonly StateChange[]): Promise<void> {
  for (const { check, former } of changes) {
    // The first look at a mirror that is good tells nobody anything.
    if (former === undefined && check.state === 'good') continue;
    const failure = await run(command, {
      TAMIZDAT_MIRROR: check.mirror,
      TAMIZDAT_STATE: check.state,
      TAMIZDAT_FORMER: former ?? '',
      TAMIZDAT_REASONS: check.reasons.map((reason) => say(explainReason(reason))).join('; '),
    });
    if (failure !== undefined)
      process.stderr.write(
        say({ en: `Warning: the hook ${failure}\n`, ru: `Внимание: хук ${failure}\n` }),
      );
  }
}

/** Tells a hook what is asked of a person, as a state of the list. What it does wrong is said, and stops nothing. */
export async function runAsking(command: string, reasons: string): Promise<void> {
  const told = { TAMIZDAT_MIRROR: 'list', TAMIZDAT_STATE: 'asked', TAMIZDAT_FORMER: '' };
  const failure = await run(command, { ...told, TAMIZDAT_REASONS: reasons });
  if (failure !== undefined)
    process.stderr.write(
      say({ en: `Warning: the hook ${failure}\n`, ru: `Внимание: хук ${failure}\n` }),
    );
}

/** A hook's author may not be among those who know the reserve and hold the keys, and what it starts shows its environment. */
const SECRET = /^TAMIZDAT_(?:RESERVE|ADDRESSES|PASSPHRASE|PASSPHRASE_FILE|KEY_[A-Z]+)$/;

/** @returns what went wrong */
async function run(command: string, told: NodeJS.ProcessEnv): Promise<string | undefined> {
  const given = Object.entries(process.env).filter(([name]) => !SECRET.test(name));
  const env = { ...Object.fromEntries(given), ...told };
  return new Promise((resolve) => {
    const child = spawn('sh', ['-c', command], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: HOOK_MS,
      killSignal: 'SIGKILL',
    });
    // What it repeats of a mirror's words is a stranger's.
    relay(child.stderr, process.stderr);
    child.once('error', (error) => {
      resolve(
        say({
          en: `could not be started (${error.message})`,
          ru: `не удалось запустить (${error.message})`,
        }),
      );
    });
    child.once('exit', (code, signal) => {
      if (code === 0) resolve(undefined);
      else
        resolve(
          signal === null
            ? say({ en: `ended with ${code ?? ''}`, ru: `завершился с кодом ${code ?? ''}` })
            : say({ en: `was ended by ${signal}`, ru: `завершён сигналом ${signal}` }),
        );
    });
  });
}
