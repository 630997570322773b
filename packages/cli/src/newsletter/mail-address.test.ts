import { expect, test } from 'vitest';
import { UsageError } from '../frame/usage-error.ts';
import { verifyWay } from './verify-way.ts';
import type { Options } from './arguments.ts';

const verify = (options: Partial<Options>) => () => {
  verifyWay({ name: 'weekly', send: false, draft: false, now: true, ...options } as Options);
};

test.each([
  [{ to: 'weekly@lists.example, other@lists.example' }],
  [{ to: 'weekly@lists.example;other@lists.example' }],
  [{ to: 'A <one@lists.example>, B <other@lists.example>' }],
  [{ to: 'one@lists.example, B <other@lists.example>' }],
  [{ to: 'weekly' }],
  [{ to: '' }],
  [{ to: 'Readers: weekly@lists.example;' }],
  [{ from: 'letters@window.example\r\nBcc: other@x.example' }],
  [{ from: 'The Window\r\nBcc: other@x.example <letters@window.example>' }],
  [{ from: 'The Window' }],
  [{ leave: 'javascript:alert(1)' }],
  [{ leave: 'lists.example:8080/leave' }],
  [{ leave: 'data:text/html,x' }],
])('%j is refused', (options) => {
  expect(verify(options)).toThrow(UsageError);
});

test.each([
  [{ to: 'Weekly@lists.example' }],
  [{ to: 'The list, weekly <weekly@lists.example>' }],
  [{ to: 'почта@пример.example' }],
  [{ to: 'root@localhost' }],
  [{ from: '"The Window" <letters+x@window.example>' }],
  [{ leave: 'https://lists.example/leave' }],
  [{ leave: 'mailto:leave@lists.example' }],
  [{ leave: '{{ unsubscribe_url }}' }],
  [{ leave: '*|UNSUB|*' }],
])('%j goes', (options) => {
  expect(verify(options)).not.toThrow();
});
