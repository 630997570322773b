import type { Problem } from '@tamizdat/article-schema';
import type { ChangedFile } from './changed-file.ts';

/** What is wrong with a file of a pull request, whatever stands in it. */
export type FileFault = Pick<Problem, 'code' | 'message' | 'why' | 'remedy' | 'found'>;

/** Looks at a file of the content folder; its path begins there. */
type FileRule = (file: ChangedFile) => FileFault | undefined;

/** What a content folder is made of: texts, records, pictures, recordings, and the public roots of the outlet's keys. */
const CONTENT_FILE =
  /\.(?:md|yaml|jpe?g|png|webp|gif|avif|svg|mp3|m4a|ogg|opus|mp4|webm|vtt)$|^keys\/(?:\d+\.)?root\.json$/i;

export const FILE_RULES: readonly FileRule[] = [judgeSort, judgeHidden, judgeType, judgeLetters];

function judgeSort({ sort }: ChangedFile): FileFault | undefined {
  if (sort === 'executable') {
    return {
      code: 'pull-request-executable',
      message: 'The file is marked as a program.',
      why: 'Nothing of the content is ever run.',
      remedy: 'Take the mark away: git update-index --chmod=-x <file>',
    };
  }
  if (sort !== 'link' && sort !== 'submodule') return undefined;
  return {
    code: 'pull-request-link',
    message: sort === 'link' ? 'This is a symbolic link.' : 'This is another repository.',
    why: 'What it leads to cannot be reviewed here, and may change after the review.',
    remedy: 'Put the file itself here.',
  };
}

function judgeHidden({ path }: ChangedFile): FileFault | undefined {
  const hidden = path.split('/').find((name) => name.startsWith('.'));
  if (hidden === undefined) return undefined;
  return {
    code: 'pull-request-hidden-file',
    found: hidden,
    message: `“${hidden}” begins with a dot: most programs do not show it.`,
    why: 'Some of these files tell programs what to do; articles need none.',
    remedy: 'Take it out of the pull request: git rm --cached <file>',
  };
}

function judgeType({ path, sort }: ChangedFile): FileFault | undefined {
  if (sort === 'submodule' || CONTENT_FILE.test(path)) return undefined;
  return {
    code: 'pull-request-file-type',
    message: 'Files of this sort are no part of the content.',
    why: 'Readers are sent texts, pictures and recordings; anything else would lie here unseen.',
    remedy:
      'Take it out of the pull request. Texts are .md, records .yaml, pictures .jpg, .png, .webp, .gif, .avif or .svg, recordings .mp3, .m4a, .ogg, .opus, .mp4 or .webm with .vtt.',
  };
}

/** Scripts whose letters are taken for each other (Unicode Technical Standard 39, mixed-script detection). */
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

function judgeLetters({ path }: ChangedFile): FileFault | undefined {
  const words = path.split(/[^\p{L}\p{M}]+/u);
  const mixed = words.find((word) => SCRIPTS.filter((script) => script.test(word)).length > 1);
  if (mixed === undefined) return undefined;
  return {
    code: 'pull-request-look-alike',
    found: mixed,
    message: `“${mixed}” is spelt with letters of two alphabets: ${spell(mixed)}.`,
    why: 'It looks like another name, and is not that one.',
    remedy: 'Type the name again, in one alphabet.',
  };
}

const spell = (word: string): string =>
  Array.from(word)
    .filter((letter) => !/\p{ASCII}/u.test(letter))
    .map(
      (letter) =>
        `${letter} is U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    )
    .join(', ');

const WORKFLOW = /^\.(?:github|gitlab|forgejo|gitea)\/|^\.gitlab-ci|^\.ci\//;
const RUNS =
  /\.(?:[cm]?[jt]sx?|sh|bash|py|rb|pl|ps1|bat|cmd|exe|astro)$|(?:^|\/)(?:package(?:-lock)?\.json|pnpm-[^/]*|turbo\.json|Makefile|\.npmrc|\.git[^/]*)$/i;

/** A file that is no part of the content: only maintainers change these. */
export function outsideContent(path: string): FileFault {
  const why = WORKFLOW.test(path)
    ? 'It decides what the forge runs, and with which secrets.'
    : RUNS.test(path)
      ? 'It would be run on the machine of everyone who builds the site.'
      : 'What contributors send is checked as content alone; nothing else is looked at here.';
  return {
    code: 'pull-request-outside-content',
    message: 'The file does not belong to the content.',
    why,
    remedy:
      'Take it out of the pull request: git restore --source=origin/main -- <file>. Where the kit itself is to change, a maintainer marks the pull request with the label “kit”.',
  };
}
