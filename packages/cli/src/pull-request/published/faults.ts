import type { AcrossFinding, ArticleOutline } from '@tamizdat/article-schema';
import type { Finding } from '@tamizdat/problem';

const at = ({ path }: ArticleOutline, finding: Finding): AcrossFinding => ({ path, finding });

export const idChanged = (was: ArticleOutline, now: ArticleOutline): AcrossFinding =>
  at(now, {
    code: 'published-id-changed',
    path: ['id'],
    found: now.id ?? '',
    message: `The article is published with the id ${was.id ?? ''}; here it has another.`,
    why: 'Feed readers and libraries know an article by its id: with another one it is another article to them, under an address that readers trust.',
    remedy: 'Give it its id back. Another story takes a new folder.',
    example: `id: ${was.id ?? ''}`,
    ru: {
      message: `Статья опубликована с id ${was.id ?? ''}; здесь у неё другой.`,
      why: 'Программы для лент и библиотеки узнают статью по id: с другим id это для них другая статья, под адресом, которому читатели верят.',
      remedy: 'Верните ей её id. Для другого материала нужна новая папка.',
    },
  });

export const feedIdChanged = (was: ArticleOutline, now: ArticleOutline): AcrossFinding =>
  at(now, {
    code: 'published-feed-id-changed',
    path: ['feedId'],
    found: now.feedId ?? '',
    message:
      was.feedId === undefined
        ? 'The article is published under its own id in feeds; here it has a former one.'
        : `The article is published in feeds as “${was.feedId}”; here it has another id there.`,
    why: 'Everybody who has it would get it again, and with the id of another article nobody would get that one.',
    remedy: was.feedId === undefined ? 'Leave the line out.' : 'Give it back the line that it had.',
    ...(was.feedId !== undefined && { example: `feedId: ${JSON.stringify(was.feedId)}` }),
    ru: {
      message:
        was.feedId === undefined
          ? 'Статья стоит в лентах под своим id; здесь у неё появился прежний.'
          : `Статья стоит в лентах под id «${was.feedId}»; здесь он другой.`,
      why: 'Все, у кого она есть, получили бы её снова, а с чужим id никто не получил бы ту, чей он.',
      remedy: was.feedId === undefined ? 'Уберите строку.' : 'Верните строку, какой она была.',
    },
  });

/** The line that an article is to have so that all of these lead to it. */
const formerLine = ({ formerAddresses = [] }: ArticleOutline, more: readonly string[]): string =>
  `formerAddresses: [${[...new Set([...formerAddresses, ...more])].join(', ')}]`;

export function moved(was: ArticleOutline, now: ArticleOutline, address: string): AcrossFinding {
  const line = formerLine(now, [address, ...(was.formerAddresses ?? [])]);
  return at(now, {
    code: 'published-moved',
    path: ['formerAddresses'],
    message: `The article is published at “${address}”, and nothing leads on from there.`,
    why: 'Links and saved copies would break, and anybody could put another article there.',
    remedy: `Add this line, or move the folder back: ${line}`,
    example: line,
    ru: {
      message: `Статья опубликована по адресу «${address}», и оттуда ничто к ней не ведёт.`,
      why: 'Ссылки и закладки перестали бы работать, и туда можно было бы положить другую статью.',
      remedy: `Добавьте эту строку или верните папку на место: ${line}`,
    },
  });
}

export function addressLost(now: ArticleOutline, lost: readonly string[]): AcrossFinding {
  const [first = ''] = lost;
  const line = formerLine(now, lost);
  return at(now, {
    code: 'published-former-address-lost',
    path: ['formerAddresses'],
    found: first,
    message: `From “${first}” readers are led to this article; here it is no longer in the list.`,
    why: 'Links to it would break, and anybody could put another article there.',
    remedy: `Put it back: ${line}`,
    example: line,
    ru: {
      message: `С адреса «${first}» читателей ведут к этой статье; здесь его в списке больше нет.`,
      why: 'Ссылки на него перестали бы работать, и туда можно было бы положить другую статью.',
      remedy: `Верните его: ${line}`,
    },
  });
}

export const deleted = (was: ArticleOutline, address: string): AcrossFinding =>
  at(was, {
    code: 'published-deleted',
    path: [],
    message: `A published article is deleted; readers who come to “${address}” would learn nothing.`,
    why: 'Its page would be an error, and anybody could put another article there. A page that says what became of it cannot be mistaken for a fault or a block.',
    remedy: `Put the file back (git restore --source=origin/main -- <file>), with “status: withdrawn” and an editor’s note that says why, or with “status: removed” where nothing may be left.`,
    example: 'status: withdrawn',
    ru: {
      message: `Опубликованная статья удалена; кто придёт по адресу «${address}», ничего не узнает.`,
      why: 'Вместо страницы была бы ошибка, и туда можно было бы положить другую статью. Страницу, где сказано, что со статьёй стало, не примут ни за сбой, ни за блокировку.',
      remedy: `Верните файл (git restore --source=origin/main -- <файл>) со строкой «status: withdrawn» и примечанием редакции о причине или со строкой «status: removed», если остаться не должно ничего.`,
    },
  });

export function hidden(now: ArticleOutline, clock: string): AcrossFinding {
  const { status = '', embargoUntil, publishedAt = '' } = now;
  if (status !== 'draft') return postponed(now, embargoUntil ?? publishedAt, clock);
  return at(now, {
    code: 'published-to-draft',
    path: ['status'],
    found: status,
    message: 'The article is published; here it becomes a draft again.',
    why: 'It would vanish from the site without a word, as though it had been blocked.',
    remedy: 'Leave its status; to take it back, write “withdrawn”, or “removed”.',
    example: 'status: withdrawn',
    ru: {
      message: 'Статья опубликована; здесь она снова становится черновиком.',
      why: 'Она исчезла бы с сайта без объяснений, как будто её заблокировали.',
      remedy:
        'Оставьте состояние прежним; чтобы отозвать статью, напишите «withdrawn» или «removed».',
    },
  });
}

const postponed = (now: ArticleOutline, until: string, clock: string): AcrossFinding =>
  at(now, {
    code: 'published-postponed',
    path: [now.embargoUntil === undefined ? 'publishedAt' : 'embargoUntil'],
    found: until,
    message: `The article is published; here it is to appear only at ${until} (it is ${clock}).`,
    why: 'Until then it would vanish from the site without a word.',
    remedy: 'Leave the time of its publication; what changed later belongs in “updatedAt”.',
    ru: {
      message: `Статья опубликована; здесь она должна появиться только ${until} (сейчас ${clock}).`,
      why: 'До того времени она исчезла бы с сайта без объяснений.',
      remedy: 'Оставьте время публикации прежним; когда текст меняли, говорит «updatedAt».',
    },
  });

export const redated = (was: ArticleOutline, now: ArticleOutline): AcrossFinding =>
  at(now, {
    code: 'published-redated',
    severity: 'warning',
    path: ['publishedAt'],
    found: now.publishedAt ?? '',
    message: `The article was published at ${was.publishedAt ?? ''}; here it says another time.`,
    why: 'It would stand elsewhere in lists and feeds, and who reported something first could be told otherwise afterwards.',
    remedy:
      'Give it its time back; what changed later belongs in “updatedAt”. Change it only where it was wrong.',
    example: `publishedAt: ${was.publishedAt ?? ''}`,
    ru: {
      message: `Статья опубликована ${was.publishedAt ?? ''}; здесь указано другое время.`,
      why: 'Она встала бы в списках и лентах на другое место, и кто сообщил первым, можно было бы переписать задним числом.',
      remedy:
        'Верните прежнее время; когда текст меняли, говорит «updatedAt». Меняйте, только если время было указано неверно.',
    },
  });

/** `former`: position in its list of former addresses; absent where it stands there itself. */
export const addressTaken = (
  article: ArticleOutline,
  owner: ArticleOutline,
  address: string,
  former: number | undefined,
): AcrossFinding =>
  at(article, {
    code: 'published-address-taken',
    path: former === undefined ? [] : ['formerAddresses', former],
    found: address,
    message: `The address “${address}” belongs to a published article, ${owner.path}.`,
    why: 'Whoever follows an old link to that one would get this one, and take it for what was recommended.',
    remedy:
      former === undefined
        ? 'Give the folder another name.'
        : 'Take the address out of the list: it belongs to the article that stood there.',
    ru: {
      message: `Адрес «${address}» принадлежит опубликованной статье ${owner.path}.`,
      why: 'По старой ссылке на неё читатель попал бы сюда и принял бы это за то, что ему советовали.',
      remedy:
        former === undefined
          ? 'Назовите папку иначе.'
          : 'Уберите адрес из списка: он принадлежит статье, которая там стояла.',
    },
  });

export function translationTaken(article: ArticleOutline, was: ArticleOutline): AcrossFinding {
  const { translationKey = '', lang = '' } = was;
  return at(article, {
    code: 'published-translation-taken',
    path: ['translationKey'],
    found: translationKey,
    message: `The version of “${translationKey}” in “${lang}” is a published article, ${was.path}; here this one takes its place.`,
    why: 'Readers of the other languages would be led to another text than before.',
    remedy: 'Give the key back to that article, and this one a key of its own or none.',
    ru: {
      message: `Версия «${translationKey}» на языке «${lang}» — опубликованная статья ${was.path}; здесь эта занимает её место.`,
      why: 'Читателей других языков повели бы к другому тексту, чем раньше.',
      remedy: 'Верните ключ той статье, а этой дайте свой или никакого.',
    },
  });
}
