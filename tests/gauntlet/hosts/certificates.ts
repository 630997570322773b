import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fakeClock } from '../faked-clock.ts';

/** Of an unnamed extension, so that a certificate is as long as a public one: its two proofs of transparency. */
const PADDING_BYTES = 250;
/** Days of a public certificate: a clock that is a year wrong sees none that is valid. */
const VALID_DAYS = 90;

export interface Certificate {
  /** PEM: the host's own, then the authority between it and the root. */
  chain: string;
  key: string;
}

/** An authority of one run, with the chain that public ones have: RSA root, one between, a host's own on P-256. */
export class Authority {
  readonly #folder: string;

  /** @param folder Where keys and certificates are written. */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    this.#openssl(
      'req -x509 -newkey rsa:4096 -nodes -keyout root.key -out root.pem -days 800 -subj /CN=Root_of_a_test',
      ['-addext', 'basicConstraints=critical,CA:TRUE'],
    );
    this.#sign('between', 'root', 'basicConstraints=critical,CA:TRUE,pathlen:0');
  }

  /** Its certificate, PEM. */
  get root(): string {
    return readFileSync(path.join(this.#folder, 'root.pem'), 'utf8');
  }

  /** A folder that stands in for the reader's home: its store of certificates trusts this authority, and nothing else does. */
  trustIn(home: string): void {
    const store = path.join(home, '.pki/nssdb');
    mkdirSync(store, { recursive: true });
    const certutil = (args: string): void => {
      execFileSync('certutil', [...args.split(' '), '-d', `sql:${store}`], { stdio: 'pipe' });
    };
    certutil('-N --empty-password');
    certutil(`-A -n test -t C,, -i ${path.join(this.#folder, 'root.pem')}`);
  }

  /** Makes a host's certificate. @param name Its DNS name. */
  certify(name: string): Certificate {
    const padding = '00'.repeat(PADDING_BYTES);
    this.#sign(name, 'between', `subjectAltName=DNS:${name}\n1.2.3.4=DER:${padding}`);
    const read = (file: string): string => readFileSync(path.join(this.#folder, file), 'utf8');
    return { chain: read(`${name}.pem`) + read('between.pem'), key: read(`${name}.key`) };
  }

  #sign(name: string, signer: string, extensions: string): void {
    writeFileSync(path.join(this.#folder, `${name}.cnf`), `${extensions}\n`);
    this.#openssl(
      `req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ${name}.key -out ${name}.csr -subj /CN=${name}`,
    );
    this.#openssl(
      `x509 -req -in ${name}.csr -CA ${signer}.pem -CAkey ${signer}.key -CAcreateserial -out ${name}.pem -extfile ${name}.cnf -days ${VALID_DAYS}`,
    );
  }

  /** Half a certificate's life ago: `x509` of OpenSSL 3.0 knows no other beginning than now. */
  #openssl(args: string, more: readonly string[] = []): void {
    execFileSync('openssl', [...args.split(' '), ...more], {
      cwd: this.#folder,
      stdio: 'pipe',
      env: { ...process.env, ...fakeClock(-VALID_DAYS / 2) },
    });
  }
}
