import { shorten } from '../characters/count.ts';
import { nearest } from '../explain/nearest.ts';
import type { ArticleOutline } from '../parse/article.ts';
import type { FieldPath, Finding, InBoth, Span } from '@tamizdat/problem';
import { metadataInRussian } from './metadata-words.ts';
import type { TextReferences } from '../text/check-text.ts';
import type { AcrossFinding } from './check-across.ts';

/** An image that a file names, with where it says so. */
export interface ImageUse {
  /** The file that names it, relative to the content folder. */
  path: string;
  /** The image's name in that file's folder, NFC. */
  name: string;
  /** The field that names it, or whose Markdown does; absent for the text after the front matter. */
  field?: FieldPath;
  /** The place in the Markdown that names it. */
  span?: Span;
}

/** The images an article shows: the lead image and those of the text. */
export function imageUses(outline: ArticleOutline, references?: TextReferences): ImageUse[] {
  const { path, leadImage } = outline;
  return [
    ...(leadImage?.file === undefined
      ? []
      : [{ path, name: leadImage.file, field: ['leadImage', 'file'] }]),
    ...textImages(path, references),
  ];
}

/** The images that a text shows. */
export function textImages(path: string, references?: TextReferences): ImageUse[] {
  return (references?.images ?? []).map(({ target, line, column, field }) => ({
    path,
    name: target,
    span: { line, column },
    ...(field === undefined ? {} : { field }),
  }));
}

/** A finding where a file is named. */
export function found(use: ImageUse, rest: Omit<Finding, 'path' | 'found'>): AcrossFinding {
  return {
    path: use.path,
    finding: { ...rest, path: use.field ?? [], found: shorten(use.name) },
    ...(use.span === undefined ? {} : { span: use.span }),
  };
}

/** An image whose file is not there. `names` are the files that are. */
export function missingImage(use: ImageUse, names: readonly string[]): AcrossFinding {
  const images = names.filter((name) =>
    /\.(?:jpe?g|png|webp|gif|avif|svg|mp3|m4a|ogg|opus|mp4|webm)$/i.test(name),
  );
  const meant = nearest(use.name, images);
  const there =
    images.length === 0 ? '' : ` The images and recordings there are: ${images.join(', ')}.`;
  const thereInRussian = images.length === 0 ? '' : ` Картинки и записи там: ${images.join(', ')}.`;
  return found(use, {
    code: 'image-missing',
    message: `The file “${shorten(use.name)}” is not beside ${shorten(use.path.replace(/^.*\//, ''))}.`,
    remedy:
      meant === undefined ? `Put it there, or mend the name.${there}` : `Did you mean “${meant}”?`,
    ru: {
      message: `Файла «${shorten(use.name)}» нет рядом с ${shorten(use.path.replace(/^.*\//, ''))}.`,
      remedy:
        meant === undefined
          ? `Положите его туда или исправьте имя.${thereInRussian}`
          : `Вы имели в виду «${meant}»?`,
    },
  });
}

/** An image that lies beside an article which does not show it. `path` is the image's own. */
export function unusedImage(path: string): AcrossFinding {
  const name = shorten(path.replace(/^.*\//, ''));
  return {
    path,
    span: { line: 1, column: 1 },
    finding: {
      code: 'image-unused',
      severity: 'warning',
      path: [],
      found: name,
      message: `No text and no field shows “${name}”, and it belongs to nothing that is shown.`,
      remedy: 'Remove it, or show it in the article.',
      ru: {
        message: `Файл «${name}» не показан ни в тексте, ни в полях и не относится ни к чему, что показано.`,
        remedy: 'Уберите его или покажите в статье.',
      },
    },
  };
}

/** What an image's file must not be or hold; `facts` as `inspectImage` of the media package gives them. */
export function checkImage(
  use: ImageUse,
  facts: { metadata: readonly string[]; refused?: InBoth },
  file: string,
): AcrossFinding[] {
  const unusable =
    facts.refused === undefined ? [] : [found(use, refusal(use.name, facts.refused))];
  if (facts.metadata.length === 0) return unusable;
  const metadata = found(use, {
    code: 'image-metadata',
    message: `The image “${shorten(use.name)}” holds ${facts.metadata.join(', ')}.`,
    why: 'It can show where and by whom it was taken. Pages never carry it, but the repository does; removing it later does not remove it from git’s history.',
    remedy:
      'Strip it before you commit: “npx tamizdat check --fix” does, without changing the picture; where it leaves one alone, “exiftool -all= <file>” does.',
    ru: {
      message: `В картинке «${shorten(use.name)}» есть: ${facts.metadata.map(metadataInRussian).join(', ')}.`,
      why: 'По этому можно узнать, где и кем она снята. На страницы это не попадёт, но в репозиторий попадёт; если убрать потом, в истории git оно останется.',
      remedy:
        'Уберите до коммита: это делает «npx tamizdat check --fix», не меняя картинки; если какую-то он не тронул — «exiftool -all= <файл>».',
    },
    example: `exiftool -all= -overwrite_original ${file}`,
  });
  return [...unusable, metadata];
}

function refusal(name: string, reason: InBoth): Omit<Finding, 'path' | 'found'> {
  if (/\.svgz?$/i.test(name)) {
    return {
      code: 'image-svg',
      message: `The portrait “${shorten(name)}” is an SVG drawing; JPEG, PNG, WebP, AVIF and still GIF are shown.`,
      why: 'An SVG is a document: it can run scripts and ask other sites for things.',
      remedy: 'Export it as PNG from the program that drew it, and write that file’s name.',
      ru: {
        message: `Портрет «${shorten(name)}» — рисунок SVG; показывают JPEG, PNG, WebP, AVIF и неподвижный GIF.`,
        why: 'SVG — это документ: он может запускать скрипты и обращаться к другим сайтам.',
        remedy: 'Сохраните его как PNG в программе, где он нарисован, и напишите имя того файла.',
      },
      example: shorten(name.replace(/\.svgz?$/i, '.png')),
    };
  }
  return {
    code: 'image-unusable',
    message: `The image “${shorten(name)}” cannot be used. ${reason.en}`,
    remedy: 'Save it again as JPEG, PNG or WebP in a usual size.',
    ru: {
      message: `Картинка «${shorten(name)}» не годится. ${reason.ru}`,
      remedy: 'Сохраните её заново как JPEG, PNG или WebP обычного размера.',
    },
  };
}
