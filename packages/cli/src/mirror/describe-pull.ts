import { type Pull, showBytes } from '@tamizdat/mirrors';
import { explainFinding } from '@tamizdat/release';
import { say, tell } from '../language/say.ts';

/** What came of a pull, in lines for a person: the verdict last, where it is read. */
export function describePull(pull: Pull, folder: string, base: string | undefined): string {
  const faults = pull.findings.flatMap((finding) => {
    const { message, remedy } = tell(explainFinding(finding));
    return [`${finding.code}: ${message}`, `  ${remedy}`];
  });
  const clock = pull.head?.isClockBehind
    ? [
        say({
          en: 'Warning: this machine’s clock seems to be behind, so that nothing is said about freshness.',
          ru: 'Внимание: часы этой машины, похоже, отстают, поэтому о свежести ничего не сказано.',
        }),
      ]
    : [];
  const list = pull.heldList === 0 ? [] : [HELD];
  return `${[...faults, ...clock, ...list, ...judge(pull, folder, base)].join('\n')}\n`;
}

/** A list that lost so much may be a slip, or the deed of a thief (SPEC 9.15). */
const HELD = say({
  en: 'The newest list of mirrors names none, or fewer than half of those before: the former stays in use until the outlet signs a list again.',
  ru: 'В новейшем списке зеркал нет ни одного или меньше половины прежних: пока издание не подпишет список ещё раз, в ходу прежний.',
});

/** What stands in the place of the bundle says nothing of the release (SPEC 10.9). */
const OTHER_PAGE = say({
  en: 'Not reachable: another page stands in the place of the release, a block page or the host’s own.',
  ru: 'Недоступно: на месте выпуска другая страница — блокировки или самого хостинга.',
});

const REMEDY = say({
  en: '  Look at the address and the connection, or name another mirror of the site. The next run goes on with what has come.',
  ru: '  Проверьте адрес и связь или укажите другое зеркало сайта. Следующий запуск продолжит с того, что уже скачано.',
});

function judge(pull: Pull, folder: string, base: string | undefined): string[] {
  const { exit, head, findings, unreachable, to, others } = pull;
  const stays =
    to === undefined
      ? say({ en: 'Nothing is served yet', ru: 'Пока ничего не отдаётся' })
      : say({ en: `Release ${to} is served as before`, ru: `По-прежнему отдаётся выпуск ${to}` });
  switch (exit) {
    case 1:
      return [
        say({
          en: `NOT GENUINE: ${findings.length} found. ${stays}: ${folder}/current`,
          ru: `НЕ ПОДЛИННОЕ: найдено ${findings.length}. ${stays}: ${folder}/current`,
        }),
      ];
    case 4:
      return [
        unreachable === undefined
          ? OTHER_PAGE
          : say({ en: `Not reachable: ${unreachable.en}`, ru: `Недоступно: ${unreachable.ru}` }),
        REMEDY,
        ...(others.length === 0
          ? []
          : [
              say({
                en: `  The outlet signed these too: ${others.join(' ')}`,
                ru: `  Издание подписало и эти: ${others.join(' ')}`,
              }),
            ]),
        `${stays}: ${folder}/current`,
      ];
    case 3:
      if (findings.length > 0)
        return [
          say({
            en: `The mirror shows files of an earlier release: ${findings.length} found. Look again in a minute.`,
            ru: `Зеркало показывает файлы прежнего выпуска: найдено ${findings.length}. Проверьте снова через минуту.`,
          }),
          `${stays}: ${folder}/current`,
        ];
      return [
        ...describeCopy(pull, folder, base),
        head?.expired.length === 0
          ? say({
              en: 'Whether it is the newest cannot be said here: set the clock of this machine right.',
              ru: 'Новейший ли он, здесь не узнать: переведите часы этой машины.',
            })
          : say({
              en: `It has expired (${head?.expired.join(', ') ?? ''}): there may be a newer release. Try another mirror.`,
              ru: `Срок подписи вышел (${head?.expired.join(', ') ?? ''}): может быть, есть выпуск новее. Попробуйте другое зеркало.`,
            }),
      ];
    case 0:
      return describeCopy(pull, folder, base);
  }
}

function describeCopy(pull: Pull, folder: string, base: string | undefined): string[] {
  const { head, isSwitched, fetched, taken, byHash, spent, to = 0 } = pull;
  const { origin = '', clock = '' } = head?.release ?? {};
  const release = say({
    en: `release ${to} of ${origin} (${clock})`,
    ru: `выпуск ${to} сайта ${origin} (${clock})`,
  });
  if (!isSwitched)
    return [
      say({
        en: `Nothing new: ${release}, ${folder}/current`,
        ru: `Ничего нового: ${release}, ${folder}/current`,
      }),
    ];
  const cost = say({
    en: `${spent.requests} requests, ${showBytes(spent.bytes)}`,
    ru: `запросов: ${spent.requests}, ${showBytes(spent.bytes)}`,
  });
  const counts = say({
    en: `${fetched.files} files fetched, ${taken} kept (${cost})`,
    ru: `файлов скачано: ${fetched.files}, оставлено прежних: ${taken} (${cost})`,
  });
  return [
    say({
      en: `Genuine and complete: ${release}, ${counts}`,
      ru: `Подлинная и полная: ${release}, ${counts}`,
    }),
    ...(byHash > 0
      ? [
          say({
            en: `${byHash} files were had by their hash: the mirror shows other bytes at their path.`,
            ru: `Часть файлов (${byHash}) взята по хешу: по их пути зеркало показывает другие байты.`,
          }),
        ]
      : []),
    say({ en: `Serve ${folder}/current`, ru: `Раздавайте ${folder}/current` }),
    ...(base === undefined && pull.from === undefined
      ? [
          say({
            en: 'Feeds point at the outlet’s own address. To have them point here: --base https://…/',
            ru: 'Ленты ведут на адрес самого издания. Чтобы они вели сюда: --base https://…/',
          }),
        ]
      : []),
  ];
}

/** What came of a pull, for programs. */
export function listPull({ head, findings, ...pull }: Pull): object {
  const { number, clock, origin } = head?.release ?? {};
  return {
    exit: pull.exit,
    isSwitched: pull.isSwitched,
    from: pull.from ?? null,
    to: pull.to ?? null,
    release: head ? { number, clock, origin } : null,
    expired: head?.expired ?? [],
    isClockBehind: head?.isClockBehind ?? false,
    findings: findings.map((finding) => ({ ...finding, ...tell(explainFinding(finding)) })),
    unreachable: pull.unreachable === undefined ? null : say(pull.unreachable),
    fetched: pull.fetched,
    taken: pull.taken,
    byHash: pull.byHash,
    others: pull.others,
    heldList: pull.heldList,
    spent: pull.spent,
  };
}
