import type { Reason, ReasonCode } from './judge-mirror.ts';

/** What each reason means for readers, and what to do. `{}` is the detail. */
const TEXTS: Record<ReasonCode, string> = {
  'not-there': 'no such host, or nothing listens there ({}): look at the domain and the server',
  'server-error': 'the server answers with an error ({}): look at its log, or ask its host',
  busy: 'it asks to be asked less often ({}): look again later',
  'certificate-expired': 'the certificate has expired: renew it',
  'certificate-name':
    'the certificate is for the mirror’s domain, and not for this name: take one for “*.” and the domain, or for every name that is announced',
  reset: 'the connection was reset ({}): blocked on the way, or a broken host',
  silent: 'no answer came ({}): blocked on the way, or a broken host',
  unreadable:
    'an answer came that programs cannot read ({}): its server, or something before it, packs or changes answers; look at its settings, or ask its host',
  'foreign-certificate': 'the certificate is not one that browsers accept ({})',
  redirect: 'it leads elsewhere ({}): a block page, or the domain is lost',
  refused: 'access is refused ({}): blocked, or the host has suspended it',
  'block-page': 'another page stands in the place of the release: a block page, or the host’s own',
  'no-release': 'there is no release/bundle.json: nothing was published there, or it was deleted',
  freeze:
    'the connection freezes after {} bytes, as providers in Russia do to large hosts: add a smaller host',
  altered:
    'what it serves is not what the outlet signed: {} found. Look at one of them: if it is a page of the host’s own, the file is missing there and the host answers 200 for it: publish with --repair, and have the host answer 404 (docs/mirrors.md). If not, retire the mirror, and find out who altered it',
  'foreign-address':
    '{} feeds or lists are as signed but for the address in them, which is neither this mirror’s nor one that the outlet named. Look into robots.txt: if the copy was made for that address, publish or pull with this mirror’s own; if you do not know it, somebody leads readers there: retire the mirror',
  'strips-html':
    'leads pages on to addresses without “.html”: {}. People can read there, programs cannot verify it: turn that off at the host, or use another one (docs/mirrors.md)',
  'pages-lead-away':
    'files that lead elsewhere, such as to a block page or a login: {}. The release itself is genuine',
  'pages-refused':
    'files to which access is refused: {}. Blocked by address, or a store that answers so for what it does not have',
  'pages-fail': 'files for which the server fails or is too busy: {}. Look again later',
  incomplete: '{} files of the release are missing: publish again',
  'old-files':
    '{} files are still those of an earlier release, as caches show them for a minute: look again in a minute',
  behind: 'its release is behind by {}: publish again',
  expired: 'the signature has expired ({}): refresh, or the mirror is frozen in time',
  unfinished: 'the verification could not be ended: look again',
  'names-lacking':
    'a name that was made up cannot be reached ({}): the DNS or the server knows the announced names alone, so that no further one can be given out. Add a record for “*” and a server for every name',
  'names-uncertified':
    'a name that was made up is not certified ({}): readers who get a further name see a warning. Take a certificate for “*.” and the domain',
  'no-cors':
    'no Access-Control-Allow-Origin, so that readers’ programs cannot use it: have it sent, or write “worker: false”',
  'soft-404':
    'answers {} where there is nothing, and not 404: set that right, or write “worker: false”',
  'wrong-types': '{} files come with another content type than was signed',
  'feeds-elsewhere':
    '{} feeds or lists point at another address than this mirror’s: publish or pull with its own',
  'certificate-ends': 'the certificate ends in {} days: renew it',
  'clock-behind': 'whether it is the newest cannot be said: the clock of this machine is behind',
  slow: 'the first byte took {} ms',
  'connection-closed': 'closes the connection before 48 KB have come',
};

/** Says in words why a mirror is in its state. Never names a host. */
export function explainReason({ code, detail = '' }: Reason): string {
  return TEXTS[code].replace('{}', () => detail);
}
