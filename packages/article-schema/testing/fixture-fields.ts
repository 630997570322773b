/** A live article that uses every field of the model, line by line. For tests. */
export const FIXTURE_FIELDS: Readonly<Record<string, string>> = {
  translationKey: 'harbour-lights',
  formerAddresses: '[en/2026/11/21/harbour]',
  feedId: 'https://old.example/?p=12',
  kind: 'live',
  kicker: 'Energy',
  standfirst: 'Three winters taught one town to make its own power.',
  contributors: '[{ role: translator, name: Li Wei }, { role: editor, author: li-wei }]',
  dateline: 'Odesa',
  updatedAt: '2026-11-22T10:30:00+02:00',
  embargoUntil: '2026-11-22T09:00:00+02:00',
  leadImage:
    '\n  file: порт.jpg\n  alt: A crane lit from below\n  caption: The port\n  credit: Anna\n  licence: CC BY 4.0\n  source: https://example.org/p',
  corrections:
    '\n  - kind: correction\n    at: 2026-11-22T10:30:00+02:00\n    text: The first version named the wrong year, 1955.',
  editorsNote: 'This coverage has ended.',
  sources:
    '\n  - id: report\n    title: Annual report\n    url: https://example.org/r\n    archivedUrl: https://archive.example/r',
  series: '{ id: winter, part: 2 }',
  live: '\n  coverageEnd: 2026-11-22T20:00:00+02:00\n  entries:\n    - id: first\n      at: 2026-11-22T09:40:00+02:00\n      title: First\n      body: It begins.\n      keyEvent: true\n      pinned: false',
  imported: '{ from: WordPress, at: 2026-11-22T10:30:00+02:00 }',
  contentWarnings: '[{ warning: violence, note: Describes an arrest }]',
  newsletter: '{ pick: true, blurb: How a port town outlived three winters. }',
  showAppeal: 'false',
};
