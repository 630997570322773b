import { ARCHIVE_KINDS, MIRROR_KINDS } from '../vocabulary.ts';
import { withRussian, type FieldTable } from './notes.ts';
import { MIRROR_IN_RUSSIAN } from './russian/mirror-fields.ts';

const EXAMPLE = {
  name: 'harbour',
  address: 'https://harbour.example/',
  kind: 'folder',
  folder: '/srv/harbour',
};

const ARCHIVE = { name: 'ipfs', kind: 'car', file: '/srv/archives/fortochka.car' };

/** The announced mirrors, `content/mirrors.yaml`. */
export const MIRROR_FIELDS = withRussian(
  {
    mirrors: {
      label: 'The list of mirrors',
      description:
        'Copies of the site that everybody may know of. Reserve mirrors never stand here.',
      example: [EXAMPLE],
      remedy: 'Write a list of name, address and kind; “mirrors: []” where there is none yet.',
    },
    'mirrors[]': {
      label: 'A mirror',
      description: 'Name, address, kind and what the kind needs.',
      example: EXAMPLE,
      remedy: 'Give name, address and kind.',
    },
    'mirrors[].name': {
      label: 'The mirror’s name',
      description: 'What commands and reports call it. Everybody can read it.',
      example: 'harbour',
      form: 'lower-case Latin letters, digits and single hyphens',
      remedy: 'Write a short name that says nothing of the people who host it.',
    },
    'mirrors[].address': {
      label: 'The mirror’s address',
      description:
        'Where its front page’s folder is: https, or http for an onion service or this machine. “*” in the place of the first name stands for every name of a domain that one server answers under.',
      example: 'https://harbour.example/',
      remedy: 'Write the whole address of the mirror’s folder.',
    },
    'mirrors[].names': {
      label: 'The mirror’s names',
      description:
        'For an address with “*”: what stands in its place in the addresses that are announced, the best first. Every other name leads to the mirror too, and is told by nobody.',
      example: ['vetla', 'sorin'],
      remedy: 'Write names in brackets, or leave the line out where the address has no “*”.',
    },
    'mirrors[].names[]': {
      label: 'A name of the mirror',
      description: 'One part of a host’s name, without dots.',
      example: 'vetla',
      form: 'lower-case Latin letters, digits and single hyphens',
      remedy: 'Write a name that says nothing and follows no pattern.',
    },
    'mirrors[].feeds': {
      label: 'The name in the mirror’s feeds',
      description:
        'For an address with “*” at a host that cannot put in the name it was asked under: the name that feeds, sitemaps and `robots.txt` hold for everybody, so that a block of it breaks the links of every subscriber: take one that is shown nowhere else. Left out, they keep the outlet’s own address, for the server to replace.',
      example: 'morel',
      form: 'lower-case Latin letters, digits and single hyphens',
      remedy: 'Write one name, or leave the line out.',
    },
    'mirrors[].passOn': {
      label: 'The names to pass on',
      description:
        'For an address with “*”: each article’s page offers its address under one of these names, to be passed on; none where left out. One name is the same on all pages: once it is blocked, all that was passed on is, and it says of nobody what they read. Several are shared out among the articles: a blocked one takes few along, but who sees a name knows which articles it may have come from, and whoever opens all articles has all names.',
      example: ['lumak'],
      remedy: 'Write names that stand nowhere else in brackets, or leave the line out.',
    },
    'mirrors[].passOn[]': {
      label: 'A name to pass on',
      description: 'One part of a host’s name, without dots.',
      example: 'lumak',
      form: 'lower-case Latin letters, digits and single hyphens',
      remedy: 'Write a name that says nothing and stands nowhere else.',
    },
    'mirrors[].kind': {
      label: 'The kind of mirror',
      description:
        'How files come to it: `folder` (a folder of this machine), `git` (a branch, as Pages hosts serve it), `rclone` (any store that rclone knows), `copied` (others copy it; nothing is sent).',
      example: 'folder',
      remedy: `Write one of: ${MIRROR_KINDS.join(', ')}.`,
    },
    'mirrors[].folder': {
      label: 'The mirror’s folder',
      description: 'For the kind `folder`: the whole path of the folder that is served.',
      example: '/srv/harbour',
      remedy: 'Write the whole path, from “/”.',
    },
    'mirrors[].repository': {
      label: 'The mirror’s repository',
      description:
        'For the kind `git`: where it is pushed to. Passwords and tokens stand in git’s own configuration.',
      example: 'git@pages.example:fortochka/site.git',
      remedy: 'Write an https or ssh address, or the whole path of a bare repository.',
    },
    'mirrors[].branch': {
      label: 'The mirror’s branch',
      description: 'For the kind `git`: the branch that is served; `pages` where left out.',
      example: 'pages',
      remedy: 'Write the branch’s name, or leave the line out.',
    },
    'mirrors[].squash': {
      label: '“squash”',
      description:
        'For the kind `git`: keep no history, so that the repository stays as small as the site.',
      example: true,
      remedy: 'Write true or false, or leave the line out.',
    },
    'mirrors[].remote': {
      label: 'The mirror’s remote',
      description:
        'For the kind `rclone`: the remote’s name in rclone’s own configuration, a colon, and the path in it.',
      example: 'bucket:fortochka-site',
      remedy: 'Write name:path as “rclone lsf” takes it; keys stand in rclone’s own configuration.',
    },
    'mirrors[].compress': {
      label: '“compress”',
      description:
        'For the kind `rclone`: store pages, feeds and JSON compressed, because the store does not compress them itself.',
      example: true,
      remedy: 'Write true or false, or leave the line out.',
    },
    'mirrors[].languages': {
      label: 'The mirror’s languages',
      description: 'For whom it is meant; readers of all languages where left out.',
      example: ['ru'],
      remedy: 'Write codes of the outlet’s languages in brackets, or leave the line out.',
    },
    'mirrors[].languages[]': {
      label: 'The mirror’s language',
      description: 'One of the outlet’s languages.',
      example: 'ru',
      form: 'a language tag (BCP 47)',
      remedy: 'Write the code of one of the outlet’s languages.',
    },
    'mirrors[].channel': {
      label: 'The mirror’s channel',
      description:
        'Where its address is handed out. One domain a channel: then a block shows where it leaked.',
      example: 'messenger',
      form: 'lower-case Latin letters, digits and single hyphens',
      remedy: 'Write a short name of the channel, or leave the line out.',
    },
    'mirrors[].worker': {
      label: '“worker”',
      description:
        'Whether readers’ programs may fetch from it, for which it must allow other origins (CORS) and answer 404 for what is missing; true where left out, but false for an onion service.',
      example: false,
      remedy: 'Write true or false, or leave the line out.',
    },
    archives: {
      label: 'The list of archives',
      description:
        'Files that hold the whole site, made when they are named: `tamizdat publish ipfs`.',
      example: [ARCHIVE],
      remedy: 'Write a list of name, kind and file, or leave the list out.',
    },
    'archives[]': {
      label: 'An archive',
      description: 'Name, kind and file.',
      example: ARCHIVE,
      remedy: 'Give name, kind and file.',
    },
    'archives[].name': {
      label: 'The archive’s name',
      description: 'What commands and reports call it. No mirror has the same.',
      example: 'ipfs',
      form: 'lower-case Latin letters, digits and single hyphens',
      remedy: 'Write a short name.',
    },
    'archives[].kind': {
      label: 'The kind of archive',
      description:
        'What is made: `car` (a file for IPFS) or `torrent` (a zip file and its torrent).',
      example: 'car',
      remedy: `Write one of: ${ARCHIVE_KINDS.join(', ')}.`,
    },
    'archives[].file': {
      label: 'The archive’s file',
      description:
        'The whole path of the file on this machine, which ends in .car or .torrent. The name of a torrent is shown to everybody who loads it.',
      example: '/srv/archives/fortochka.car',
      remedy:
        'Write the whole path, from “/”; the file’s name is made of Latin letters, digits and “-”, and ends in .car or .torrent as its kind does.',
    },
    'archives[].seeds': {
      label: 'The torrent’s mirrors',
      description:
        'For the kind `torrent`: names of mirrors above, of the kinds `folder` or `rclone`, on which the zip file is put beside the site, so that it can be had while nobody else shares it.',
      example: ['harbour'],
      remedy: 'Write names of mirrors above in brackets.',
    },
    'archives[].seeds[]': {
      label: 'The torrent’s mirror',
      description: 'The name of a mirror above.',
      example: 'harbour',
      form: 'the name of a mirror',
      remedy: 'Write the name of a mirror above.',
    },
    'archives[].trackers': {
      label: 'The torrent’s trackers',
      description:
        'For the kind `torrent`: servers that bring those who load it together, and see the addresses of all of them; none where left out.',
      example: ['udp://tracker.example:6969/announce'],
      remedy: 'Write addresses in brackets, or leave the line out.',
    },
    'archives[].trackers[]': {
      label: 'The torrent’s tracker',
      description: 'The address of a tracker.',
      example: 'udp://tracker.example:6969/announce',
      remedy: 'Write the whole address, with udp:// or https:// before it.',
    },
    renewal: {
      label: 'The rules of renewal',
      description:
        'For `watch --renew`: how names that are blocked give way to the next ones by themselves (docs/addresses.md); never where left out.',
      example: { alive: 3, looks: 3, minutes: 30, daily: 4 },
      remedy: 'Write alive, looks, minutes and daily, or leave the rules out.',
    },
    'renewal.alive': {
      label: 'Names alive',
      description: 'How many names in the list are to be alive; 3 where left out.',
      example: 3,
      remedy: 'Write a whole number from 1 to 100.',
    },
    'renewal.looks': {
      label: 'Looks',
      description:
        'How many looks in a row have to find a name blocked before it is given up; 3 where left out.',
      example: 3,
      remedy: 'Write a whole number from 2 to 20.',
    },
    'renewal.minutes': {
      label: 'Minutes',
      description: 'How many minutes these looks have to span; 30 where left out.',
      example: 30,
      remedy: 'Write a whole number from 1 to 1200.',
    },
    'renewal.daily': {
      label: 'Names a day',
      description:
        'How many new names may come within 24 hours without a person; above, one is asked. 4 where left out.',
      example: 4,
      remedy: 'Write a whole number from 0 to 100.',
    },
    'renewal.controls': {
      label: 'The control addresses',
      description:
        'Addresses of others abroad that open inside the country: where no mirror opens and one of these does, it is a block and not a network that fails.',
      example: ['https://www.example.org/'],
      remedy: 'Write whole addresses in brackets, or leave the line out.',
    },
    'renewal.controls[]': {
      label: 'The control address',
      description: 'An address that opens inside the country.',
      example: 'https://www.example.org/',
      form: 'an https address with a “/” behind its host',
      remedy: 'Write the whole address: https://, the host, and a “/”.',
    },
  },
  MIRROR_IN_RUSSIAN,
) satisfies FieldTable;
