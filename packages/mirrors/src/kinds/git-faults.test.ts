import { expect, test } from 'vitest';
import { explainGit, ownLines } from './git-faults.ts';

/** As git prints them in English; `remote:` stands before what a host says. */
test.each([
  [
    'store-denied',
    "remote: 429 Too Many Requests, no space left, connection refused\nfatal: unable to access 'https://host.example/a.git/': The requested URL returned error: 403",
  ],
  [
    'store-busy',
    "remote: Permission denied, 403\nfatal: unable to access 'https://host.example/a.git/': The requested URL returned error: 429",
  ],
  [
    'store-refused',
    'remote: timeout: 403 not found\nTo host.example:a.git\n ! [remote rejected] 1 -> pages (connection timed out, 429)\nerror: failed to push some refs',
  ],
  [
    'store-moved',
    'remote: no space left\n ! [rejected] 1 -> pages (stale info)\nerror: failed to push some refs',
  ],
  [
    'store-missing',
    "fatal: unable to access 'https://host.example/429-403.git/': The requested URL returned error: 404\nfatal: repository 'https://host.example/429-403.git/' not found",
  ],
  [
    'store-unreachable',
    "fatal: unable to access 'https://403.example/a.git/': Could not resolve host: 403.example",
  ],
  [
    'store-failed',
    'remote: Permission denied\nremote: quota\nfatal: the remote end hung up unexpectedly',
  ],
])('%s is told by what git says, whatever the host says through it', (code, stderr) => {
  expect(explainGit(stderr)).toMatchObject({ code });
});

test('a host that says that the branch is not there is not git saying so', () => {
  expect(
    ownLines("remote: fatal: couldn't find remote ref refs/heads/pages\nfatal: early EOF"),
  ).toBe('fatal: early EOF');
});

test('what a hook prints is letters alone where it enters a message', () => {
  const esc = '\u001b';
  const { detail } = explainGit(
    `remote: ${esc}[31mred${esc}[0m \u202ekcab\u2069\u2028\nremote: ${esc}]0;title\u0007\r`,
  );
  expect(detail).toBe(
    String.raw`remote: \u001b[31mred\u001b[0m \u202ekcab\u2069\u2028` +
      '\n' +
      String.raw`remote: \u001b]0;title\u0007\u000d`,
  );
});
