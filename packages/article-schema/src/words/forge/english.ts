/** What a forge shows to those who send something in: `tamizdat forge` writes it in the outlet's languages. */
export const forgeEnglish = {
  pullRequest: {
    what: 'What is this?',
    whatHint: 'One sentence: an article, a translation, a correction.',
    checked: '{command} finds nothing.',
    harmless:
      'I know: a name, a place or a picture that may harm somebody stays in the history forever, even when it is deleted later. There is none here.',
    pictures: 'Pictures say who made them and what is to be seen, and may be published.',
  },
  tip: {
    name: 'Tip',
    description: 'What to write about. Only what everybody may know',
    warning: 'Tell nothing of sources here',
    sources:
      'Do not write names, places, documents, pictures or messages of people who may come to harm. Everybody sees it, it cannot be deleted for good, and the name of your account stands beside it. Take another way to the newsroom: it is named on the site’s page “Contact”.',
    subject: 'What to write about',
    subjectHint: 'With links to what is public',
    before: 'Before you send it',
    harmless: 'There is nothing here that can harm a source or me',
  },
  correction: {
    name: 'Correction',
    description: 'Something in an article is wrong',
    seen: 'Everybody can see what you write here, with the name of your account. Where that is a danger to you or to others, write to the newsroom: its address stands on the site’s page “Contact”.',
    article: 'Article',
    articleHint: 'Its address or headline',
    wrong: 'What is wrong',
    wrongHint: 'The sentence, as it stands there',
    right: 'What is right, and how you know',
  },
  bug: {
    name: 'Bug',
    description: 'The site or the kit does not work as it should',
    happened: 'What you did, what happened, what you expected',
    page: 'Page',
    pageHint: 'Without the address of a mirror that is not announced',
    browser: 'Browser and device, or command and version',
    shown: 'What was shown',
    shownHint: 'Take out names of people and folders',
  },
};

/** Those words in a language. */
export type ForgeWords = typeof forgeEnglish;
