/** The closed lists of the article model. */
export const KINDS = [
  'news',
  'analysis',
  'opinion',
  'feature',
  'interview',
  'live',
  'republished',
  'link',
] as const;
export const STATUSES = ['draft', 'ready', 'withdrawn', 'removed'] as const;
export const CORRECTION_KINDS = ['correction', 'clarification', 'update', 'retraction'] as const;
export const CONTRIBUTOR_ROLES = [
  'editor',
  'translator',
  'photographer',
  'illustrator',
  'reporting',
  'research',
  'data',
  'factchecker',
] as const;
export const CONTENT_WARNINGS = [
  'violence',
  'death',
  'sexual-violence',
  'suicide',
  'hate-speech',
  'drugs',
  'strong-language',
  'images',
] as const;

/** Rules of style (`lint/`), in the order in which they speak. */
export const LINT_RULES = [
  'link-tracker',
  'link-http',
  'link-bare',
  'heading-order',
  'quotes',
  'contact',
  'quote-source',
] as const;
export type LintRuleName = (typeof LINT_RULES)[number];

/** All advice that an article can decline: what the dictionaries say is among it, which only some checks ask. */
export const ADVICE = [...LINT_RULES, 'spelling'] as const;

export type Kind = (typeof KINDS)[number];
export type Status = (typeof STATUSES)[number];
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];
export type ContributorRole = (typeof CONTRIBUTOR_ROLES)[number];
export type ContentWarning = (typeof CONTENT_WARNINGS)[number];

export const FREQUENCIES = ['once', 'monthly', 'annual'] as const;
/** Small drawings beside a way to give; an account has one without being asked. */
export const METHOD_MARKS = ['card', 'wallet', 'bank', 'coin'] as const;
export type MethodMark = (typeof METHOD_MARKS)[number];
export const NEWSLETTER_FREQUENCIES = ['daily', 'weekly', 'monthly'] as const;
/** What of its articles a letter carries: links with a blurb, its picks whole, or everything of its days whole. */
export const NEWSLETTER_ARTICLES = ['links', 'picks', 'all'] as const;
/** Whether pictures travel inside a letter. */
export const NEWSLETTER_PICTURES = ['small', 'none'] as const;
export const NEWSLETTER_PROVIDERS = ['listmonk', 'buttondown', 'mailchimp', 'mailto'] as const;

export type Frequency = (typeof FREQUENCIES)[number];
export type NewsletterFrequency = (typeof NEWSLETTER_FREQUENCIES)[number];
export type NewsletterArticles = (typeof NEWSLETTER_ARTICLES)[number];
export type NewsletterProvider = (typeof NEWSLETTER_PROVIDERS)[number];

/** How files come to a mirror: see `packages/mirrors/src/kinds`. */
export const MIRROR_KINDS = ['folder', 'git', 'rclone', 'copied'] as const;

export type MirrorKind = (typeof MIRROR_KINDS)[number];

/** Files that hold the whole site: see `packages/mirrors/src/archives`. */
export const ARCHIVE_KINDS = ['car', 'torrent'] as const;

export type ArchiveKind = (typeof ARCHIVE_KINDS)[number];
