import { expect, test } from 'vitest';
import { explainNetworkFault } from './explain-network-fault.ts';

const coded = (code: string): Error =>
  Object.assign(new Error(`what Node says of ${code}`), { code });

test.each([
  ['ENOTFOUND', 'there is no host of this name, or the provider hides it (ENOTFOUND)'],
  ['EAI_AGAIN', 'the name could not be looked up (EAI_AGAIN)'],
  ['ECONNRESET', 'the connection was cut (ECONNRESET)'],
  ['ETIMEDOUT', 'no answer came (ETIMEDOUT)'],
  ['CERT_HAS_EXPIRED', 'its certificate has expired (CERT_HAS_EXPIRED)'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'its certificate is not trusted (ERR_TLS_CERT_ALTNAME_INVALID)'],
  [
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'it does not speak TLS as it should (ERR_SSL_WRONG_VERSION_NUMBER)',
  ],
  ['HPE_INVALID_CONSTANT', 'what it answers is not HTTP (HPE_INVALID_CONSTANT)'],
  ['ENOBUFS', 'what Node says of ENOBUFS (ENOBUFS)'],
])('%s is said in words', (code, words) => {
  expect(explainNetworkFault(coded(code)).en).toBe(words);
});

test('what has no code speaks for itself', () => {
  expect(explainNetworkFault(new Error('no byte for 30 s')).en).toBe('no byte for 30 s');
});

test('who wraps a fault says it', () => {
  const error = new Error('the proxy cannot be reached', { cause: coded('ECONNREFUSED') });
  expect(explainNetworkFault(error).en).toBe('the proxy cannot be reached');
});

test('it is said in Russian too, with the same code', () => {
  expect(explainNetworkFault(coded('ECONNREFUSED')).ru).toBe(
    'там никто не отвечает (ECONNREFUSED)',
  );
});
