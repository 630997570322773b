import { forgeEnglish } from './forge/english.ts';
import type { PluralForms } from './plural-forms.ts';

const articleCount: PluralForms = { one: '{count} article', other: '{count} articles' };
const articlesAtLeast: PluralForms = {
  one: 'At least {count} article (oldest searched {date})',
  other: 'At least {count} articles (oldest searched {date})',
};

/**
 * The kit's own words on a page, in English: the list of all there are, and the example for every other language.
 * `{name}` and the like are filled in; an outlet's own texts stand in its content. A date or a name stands apart from the
 * sentence (“ended ({date})”), so that no language has to inflect it.
 */
export const english = {
  skipToText: 'Skip to the text',
  // Between the names and facts of a list; a space follows.
  comma: ',',
  sections: 'Sections',
  search: 'Search',
  archive: 'Archive',
  feeds: 'Feeds',
  languages: 'Languages',
  latest: 'Latest',
  kinds: {
    analysis: 'Analysis',
    opinion: 'Opinion',
    feature: 'Feature',
    interview: 'Interview',
    live: 'Live',
    republished: 'Republished',
    link: 'Elsewhere',
  },
  newsroom: 'Newsroom',
  roles: {
    editor: 'Editor',
    translator: 'Translation',
    photographer: 'Photographs',
    illustrator: 'Illustrations',
    reporting: 'Additional reporting',
    research: 'Research',
    data: 'Data',
    factchecker: 'Fact-checking',
  },
  updated: 'Updated',
  corrected: 'Corrected',
  correctionKinds: {
    correction: 'Correction',
    clarification: 'Clarification',
    update: 'Update',
    retraction: 'Retraction',
  },
  corrections: 'Corrections',
  correctionsIntro:
    'What we have corrected, clarified or retracted, newest first. Each note also stands in its article.',
  noCorrections: 'Nothing has been corrected yet.',
  editorsNote: 'Editor’s note',
  withdrawnTitle: 'Withdrawn',
  withdrawn: 'This article was withdrawn ({date}). The newsroom’s reason:',
  removedTitle: 'Removed',
  removed: 'Something that stood at this address was removed.',
  draft: 'Draft: not published',
  embargoed: 'Under embargo, publication {date}',
  contentWarning: 'Content warning',
  warnings: {
    violence: 'violence',
    death: 'death',
    'sexual-violence': 'sexual violence',
    suicide: 'suicide',
    'hate-speech': 'hate speech',
    drugs: 'drugs',
    'strong-language': 'strong language',
    images: 'distressing images',
  },
  // For those who do not see a picture that came from an archive without a description, and for all where nobody is named.
  undescribed: 'A picture without a description',
  uncredited: 'Author not recorded',
  sources: 'Sources',
  backToText: 'Back to the text',
  archivedCopy: 'archived copy',
  // Under a player, for phones that play no recording in a page.
  audioFile: 'Audio file ({format}, {size} MB)',
  videoFile: 'Video file ({format}, {size} MB)',
  transcript: 'Transcript',
  tags: 'Tags',
  // What a browser calls the page of a tag: another page may have the tag's name.
  tagTitle: 'Topic: {tag}',
  readMore: 'Read more',
  translations: 'In other languages:',
  series: 'Series',
  allParts: 'All parts',
  part: 'Part {part}',
  firstPublished: 'First published by {publisher}',
  readAt: 'Read it at {publisher}',
  keyEvents: 'Key events',
  pinned: 'Pinned',
  coverageEnded: 'Coverage ended ({date})',
  older: 'Older',
  newer: 'Newer',
  months: 'By month',
  pseudonym: 'Writes under a pseudonym',
  noArticles: 'Nothing has been published here yet.',
  allSections: 'All sections',
  authors: 'Authors',
  moved: 'This page has moved',
  movedTo: 'It now stands here:',
  notFoundTitle: 'There is no such page',
  notFound: 'The address may be mistyped, or the page may have been on another mirror.',
  toFront: 'Front page',
  feedsIntro:
    'Subscribe in a feed reader and full articles come to you, also when this site is hard to reach. Copy an address below into your reader.',
  feedFull: 'All articles, full text (RSS)',
  feedAtom: 'All articles, full text (Atom)',
  feedJson: 'All articles, full text (JSON Feed)',
  feedBrief: 'Brief: headlines and standfirsts (RSS)',
  feedBriefNote: 'The smallest one, for connections that freeze after a few kilobytes.',
  feedsBySection: 'By section',
  feedsByTag: 'By tag',
  feedsByAuthor: 'By author',
  searchWords: {
    label: 'Search the archive',
    submit: 'Search',
    section: 'Section',
    author: 'Author',
    year: 'Year',
    sort: 'Order',
    any: 'any',
    byRelevance: 'by relevance',
    byDate: 'newest first',
    loading: 'Loading the search index…',
    failed: 'The search index could not be loaded. The connection may be blocked or slow.',
    retry: 'Try again',
    file: 'You opened this copy from a file. Browsers do not let a page read a search index from the disk. Look through the archive by month, section or tag below, or search inside the folder with your device’s own file search.',
    noScript:
      'Search needs JavaScript, which is switched off here. Without it, the archive by month, section and tag below leads to every article; each month’s page can be searched with your browser’s “Find in page”.',
    none: 'Nothing found. Try another form of the word, or fewer filters.',
    more: 'More results',
    hint: 'Type a word or two.',
    count: articleCount,
    atLeast: articlesAtLeast,
    noneYet: 'Nothing found (oldest searched {date})',
    older: 'Search older articles',
    browse: 'Look through the archive',
  },
  supportWords: {
    title: 'Support us',
    intro:
      'Choose how often and how much. Nothing is sent before you choose a way to give, and that opens the provider’s own page.',
    frequency: 'How often',
    frequencies: {
      once: 'Once',
      monthly: 'Monthly',
      annual: 'Yearly',
    },
    amounts: {
      once: '{amount} once',
      monthly: '{amount} a month',
      annual: '{amount} a year',
    },
    proceed: 'Continue: {choice}',
    give: 'Give {choice} with {method}',
    holder: 'Holder',
    bic: 'BIC',
    reference: 'Reference',
    qr: 'QR code: {choice}',
    later: 'Not ready today? Remind me later',
    reminder: 'Have another look',
  },
  passOn: {
    offer: 'An address to pass on:',
  },
  mirrorWords: {
    title: 'Mirrors',
    intro:
      'The same pages stand at these addresses too. If one stops opening, try the next, and keep a few of them where you will find them without us.',
    tor: 'Opens in Tor Browser only.',
    qr: 'QR code of {address}',
    codes: 'Codes for another phone',
    whole: 'The whole site as one file',
    torrent:
      'A torrent, which brings a zip file. Everybody who loads it sees the IP addresses of all others who do: where reading us is held against people, leave it, or use a VPN.',
    trust:
      'Anybody can copy these pages, and a copy can be altered. An address that somebody sends you is worth comparing with this list.',
    safety:
      'Whoever watches your connection sees which address you open. Where reading us is held against people, use Tor Browser or a VPN, and do not pass links on in open chats.',
  },
  // A sheet with addresses of mirrors, printed to be handed on.
  card: {
    title: '{outlet}: addresses',
    plainTitle: 'Addresses',
    intro: 'The same pages at each address. If one stops opening, try the next.',
    tor: 'Tor Browser only',
    fingerprint: 'Fingerprint',
    inWords: 'The same in words',
    check:
      'With the program: tamizdat verify {address} --root {fingerprint} says “Genuine” of a copy that is what the newsroom signed.',
    compare:
      'Is this sheet real? Compare the fingerprint with what the newsroom published elsewhere{places}. No page can vouch for itself.',
    plainCompare:
      'The digits and words are the same on every real sheet. Compare them with what you have from another source.',
    several: 'Sheet {number} of {count}',
  },
  newsletters: {
    label: 'Newsletter',
    daily: 'Every day',
    weekly: 'Every week',
    monthly: 'Every month',
    email: 'Your e-mail address',
    submit: 'Subscribe',
    byMail: 'Subscribe by mail',
    consent: 'We use the address for this letter alone.',
    confirm: 'You confirm by a link in a mail.',
    risk: 'Whoever runs your mailbox can see that you get this letter. Where that is dangerous, use a mailbox abroad, or follow the letter as a feed.',
    preview: 'The latest issue',
    feed: 'The letter as a feed',
    issues: 'Issues so far',
    none: 'There is no issue yet.',
  },
  // A newsletter's mail.
  letter: {
    readOn: 'Read on',
    why: 'You get this letter because you subscribed to “{name}”.',
    leave: 'Unsubscribe',
    part: '{number} of {count}',
    alsoAt: 'The same at',
    tooLong: 'The whole text is too long for a letter. It is attached: {file}',
    extra:
      'An extra letter, because our pages may not open where you are. The articles are here in full.',
  },
  // Of the readers' worker: sentences on pages, its settings, and what is shown where a page is not at hand.
  readerWords: {
    title: 'If this site does not open',
    fromMirror: 'This copy comes from a mirror and is genuine.',
    old: 'This copy may be out of date: the newest known is from {date}.',
    unchecked: 'Whether this copy is the newest could not be checked now.',
    intro:
      'After a visit, this browser can find the site at its mirrors when its own address is blocked, and shows nothing that the newsroom did not sign. Pages that were read stay readable without a connection for {days} days.',
    first:
      'The first visit at an address is not protected: whoever runs it could have altered the page and this program. Compare the fingerprint.',
    phone:
      'Whoever looks through this device can see that the site was read here, and what is kept.',
    seen: 'Whoever runs a mirror sees your IP address and which pages are asked for.',
    noWorker:
      'This browser cannot do it here: it has scripts or service workers switched off, or the address is shared with other sites. The mirrors open without it.',
    refused: 'You chose that nothing is kept here.',
    allow: 'Keep pages again',
    notYet:
      'Not ready yet. This takes a minute; if nothing happens, open any page of the site once more, then come back here.',
    ready: 'Ready. The newest known release is from {date}.',
    offline: 'This page is not at hand',
    looking: 'No copy of the site that this browser knows has brought it yet. Asking further…',
    notFound: 'No copy has brought it. Try again later, or paste the address of a mirror below.',
    kept: 'At hand without a connection',
    nothing: 'Nothing yet.',
    add: 'A mirror’s address',
    addHint: 'If somebody gave you one: everything it sends is checked before it is shown.',
    addAsk: 'Ask {address} for this site? Whoever runs it sees your IP address.',
    addButton: 'Try it',
    added: 'This mirror has the newsroom’s release. It will be asked from now on.',
    notAdded: 'There is no release of this newsroom’s at this address.',
    take: 'Keep for offline',
    takeFront: 'The front page and the newest articles',
    takeSize: 'How much is it?',
    size: '{count} pages, about {size} KB, without pictures.',
    takeButton: 'Keep them',
    progress: '{done} of {count}',
    taken: 'Kept, until you delete everything here.',
    full: 'There is no room on this device.',
    notAll: 'Not everything came. Try again later.',
    choices: 'Choices',
    mirrorFirst:
      'Ask mirrors first. The browser itself still asks this address for the program about once a day.',
    keepNothing: 'Keep nothing that was read.',
    purge: 'Delete everything',
    purgeText:
      'Deletes what is kept here and the program. The browser’s own history stays: delete that there. The same by an address that you can bookmark:',
    purged: 'Everything is deleted.',
    off: 'Delete everything and never keep anything again',
  },
  // The page about checking a copy of the site. Commands and file names stand around these words.
  verify: {
    title: 'Check this copy',
    intro:
      'Copies of this site stand at many addresses, so that it can be read where its own is blocked. Anyone can make a copy, and could alter one. The newsroom signs every release: here is how to tell whether a copy is what was signed.',
    lie: 'A page of a forged copy can lie, and this page may be one. Compare the fingerprint below with what the newsroom has published elsewhere before you trust it.',
    places: 'Places to compare it:',
    fingerprint: 'The newsroom’s fingerprint',
    inWords: 'The same in words, to be read aloud:',
    program: 'With the program',
    programIntro:
      'Tamizdat, with which this site is made, checks a copy in one command. Get it from somewhere else than the copy that you check.',
    programFile:
      'It is one file, for a computer with Node.js 20.19 or later, and needs nothing else:',
    programHash:
      'The file’s hash (SHA-256). Whoever forged this copy can alter this line as well: compare it where you compare the fingerprint, or with what other copies say.',
    programOwn:
      'The hash of the file that you got, on Linux, macOS and Windows. If it is another, it is another file: do not run it.',
    atAddress: 'A copy at an address:',
    inFolder: 'A copy in a folder:',
    onePage: 'One page, printed as it was signed:',
    address: 'ADDRESS',
    folder: 'FOLDER',
    page: 'PAGE',
    file: 'FILE',
    answers: 'What it says',
    genuine:
      'Genuine, complete and fresh: everything is as the newsroom signed it, nothing is missing, and it is no older than a week.',
    forged:
      'NOT GENUINE: something was altered or is missing, and is named. Do not trust this copy, and tell the newsroom where it is.',
    expired:
      'Genuine, but expired: nothing was altered, but there may be a newer release. Try another address.',
    hand: 'One file by hand',
    handIntro:
      'On a copy in a folder, in a shell of Linux, without any program of ours. FILE is the path of a page or picture in that folder.',
    handHash:
      'The file’s hash, looked up in the copy’s own list. Where no name is printed, the file was altered:',
    handNode: 'The hash of each list that was named has to be its own name, folder included:',
    handRoot: 'Whose copy it claims to be. This has to be the fingerprint above:',
    handLimit:
      'By hand this is where it ends: it shows that the file and the copy’s list agree, also with a list up to three releases old, and not that the newsroom signed that list. Only a program can check signatures. The same hash in two copies that different people keep is a good sign, and no proof.',
  },
  // At the foot of an article, and in what is taken along of it.
  takeAlong: {
    text: 'Plain text',
    save: 'Save as one file',
    copy: 'Copy the text without links',
    share: 'Share the text',
    print: 'Print',
    options: 'The saved file',
    withSource:
      'names the source and its address (credits of others and titles of sources stay in any case)',
    withName: 'has the headline as its name',
    copied: 'Copied.',
    saved: 'Saved.',
    leftOut: 'Saved. Pictures that could not come along: {count}',
    failed: 'This browser does not allow it here.',
    asOf: 'As of: {date}. What happened or was corrected later is not in it: if much time has passed, look for a newer copy.',
  },
  // The page of books (EPUB), and its catalogue.
  books: {
    title: 'Books',
    intro:
      'The articles of a week or a month in one file, which opens without a network: on a reader’s device, or in a program for books on a phone or computer. Each has 5 MB at most.',
    catalogue: 'Catalogue for reading programs (OPDS)',
  },
  licence: 'Texts',
  // What a forge shows to those who send something in; no page of the site.
  forge: forgeEnglish,
  // Articles as a book (EPUB); no page of the site.
  book: {
    contents: 'Contents',
    accessibility:
      'Everything is text in reading order, with headings, contents and notes that lead back to their place. Pictures have descriptions.',
    leftOut: 'Pictures left out, so that the file stays small: {count}',
  },
  // Articles to take along on a stick; no page of the site.
  stick: {
    intro: 'A copy to take along. It opens without a network.',
    asOf: 'As of {date}',
    // Instead of the line above, in a copy that is older than a week; {ago} is such as “3 weeks ago”.
    old: 'As of {date} ({ago}). What was published or corrected since then is not in this copy.',
    away: 'Leads out of this copy and needs a network',
    none: 'No article here has all of these words. Try another form of a word, or fewer words.',
    missing: 'In no article here: {words}',
    broken:
      'A part of the search index is missing from this copy. The archive leads to every article.',
    noScript:
      'The search needs JavaScript, which is switched off. The archive leads to every article.',
    pictures: 'Pictures were left out of this copy.',
  },
};

/** The kit's words in a language. */
export type Words = typeof english;
