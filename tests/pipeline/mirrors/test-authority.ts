import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Makes a certificate authority of a test's own in a folder, and a certificate of it for a name, such as a wildcard. */
export function makeCertificate(folder: string, name: string): { ca: string; tls: string } {
  const at = (file: string): string => path.join(folder, file);
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  };
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const own = ['-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=test authority', '-days', '30'];
  openssl('req', '-x509', ...key, ...own);
  openssl('req', ...key, '-keyout', 'privkey.pem', '-out', 'request.pem', '-subj', '/CN=test');
  writeFileSync(at('names'), `subjectAltName=DNS:${name}\n`);
  const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'request.pem', ...by, '-days', '20', '-out', 'fullchain.pem');
  return { ca: at('ca.pem'), tls: folder };
}
