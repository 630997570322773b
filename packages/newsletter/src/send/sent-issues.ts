import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What is known of an issue that was sent, or may have been. */
export interface SentIssue {
  /** `<newsletter>/<issue>`. */
  id: string;
  /** RFC 3339, UTC. */
  at: string;
  /** Where it was handed to: a mail address, or listmonk's campaign. */
  to: string;
  /** `sending`: begun, and its end was never seen. */
  state: 'sending' | 'sent';
}

/** A claim on an issue: nobody else can send it. */
export interface IssueClaim {
  /** Records that it is out. */
  confirm(): Promise<void>;
  /** Gives it back: it was certainly not sent. */
  release(): Promise<void>;
}

/**
 * Claims an issue before it is sent, so that readers never get it twice, not even when two people send at once or the
 * machine stops in between. The record is a file an issue below `folder`.
 *
 * @returns the claim, or what is known of the issue if it was claimed before.
 */
export async function claimIssue(
  folder: string,
  issue: Omit<SentIssue, 'state'>,
): Promise<{ claim: IssueClaim } | { before: SentIssue }> {
  const file = path.join(folder, `${issue.id.replace('/', '-')}.json`);
  await mkdir(folder, { recursive: true });
  const begun: SentIssue = { ...issue, state: 'sending' };
  try {
    // `wx` fails where the file exists: of two who claim, one gets it.
    const handle = await open(file, 'wx');
    await handle.writeFile(`${JSON.stringify(begun)}\n`);
    await handle.sync();
    await handle.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { before: await readRecord(file, begun) };
  }
  return {
    claim: {
      confirm: () => replaceFile(file, `${JSON.stringify({ ...begun, state: 'sent' })}\n`),
      release: () => rm(file),
    },
  };
}

/** A record that cannot be read is one of which nobody knows how it ended. */
async function readRecord(file: string, fallback: SentIssue): Promise<SentIssue> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as SentIssue;
  } catch {
    return fallback;
  }
}

async function replaceFile(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
