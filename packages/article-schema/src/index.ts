export * from './limits.ts';
export * from './vocabulary.ts';
export * from './schema/primitives.ts';
export * from './schema/web-address.ts';
export * from './schema/article.ts';
export * from './schema/author.ts';
export * from './schema/carried.ts';
export * from './schema/page.ts';
export * from './schema/front.ts';
export * from './schema/outlet.ts';
export * from './schema/support.ts';
export * from './schema/account.ts';
export * from './schema/appeal.ts';
export { bankCodePayload, type BankTransfer } from './money/bank-code.ts';
export { decimalsOf, minorAmount, plainAmount } from './money/currency.ts';
export { bringsWorker } from './rules/brings-worker.ts';
export { asksIn, formCurrency } from './rules/support-editions.ts';
export { type Choice, choicesOf, takesChoice } from './rules/support-method-rules.ts';
export * from './schema/newsletter.ts';
export * from './schema/mirror.ts';
export { type Words } from './words/english.ts';
export { type PluralForms } from './words/plural-forms.ts';
export { buildWords, KIT_LANGUAGES, kitWordsOf } from './words/kit-words.ts';
export { copyWords } from './words/copy-words.ts';
export { fillWord } from './words/template.ts';
export { type LinkedWord, splitLinkedWord } from './words/special-words.ts';
export { type OutletWords, OutletWordsSchema } from './words/schema.ts';
export { parseWords, type ParsedWords } from './words/parse-words.ts';
export { baseAddress, isOnion } from './rules/mirror-address.ts';
export { baseOfName, basesOf, labelUnder, wildcardAddress } from './rules/wildcard.ts';
export { isRemote, looksRemote } from './rules/rclone-remote.ts';
export { TIME_TO_COME } from './rules/future-rule.ts';
export { isDeviceName } from './rules/device-names.ts';
export { CONTRAST_AA, contrast, GROUNDS } from './rules/contrast.ts';
export { slugExample, slugOf } from './explain/slug-example.ts';
export { mapTexts, textFields } from './fields/text-fields.ts';
export { ARTICLE_FIELDS } from './fields/article-fields.ts';
export { AUTHOR_FIELDS } from './fields/author-fields.ts';
export { PAGE_FIELDS } from './fields/page-fields.ts';
export type { FieldNotes, FieldTable } from './fields/notes.ts';
export { nearest } from './explain/nearest.ts';
export { splitFrontMatter, type SplitFile } from './front-matter/split.ts';
export { type ParseContext, type Parsed, problemFile } from './parse/context.ts';
export {
  type ArticleContext,
  type ArticleLists,
  type ArticleOutline,
  hasError,
  parseArticle,
  type ParsedArticle,
} from './parse/article.ts';
export { pointAt } from './lint/prose.ts';
export { quoteRepairs } from './lint/quote-repairs.ts';
export { trackerRepairs, type TextRepair } from './lint/tracker-repairs.ts';
export { scanOutline } from './parse/scan-outline.ts';
export { parseAppeal, type ParsedAppeal } from './parse/appeal.ts';
export { parseAuthor } from './parse/author.ts';
export { parseFront } from './parse/front.ts';
export { type Archive, type Mirror, parseMirrors, type ParsedMirrors } from './parse/mirrors.ts';
export type { MirrorPlace } from './schema/mirror.ts';
export { parseOutlet, type OutletDespiteErrors, type ParsedOutlet } from './parse/outlet.ts';
export { parsePage, type ParsedPage } from './parse/page.ts';
export { parseTranscript, type ParsedTranscript, transcriptText } from './parse/transcript.ts';
export { findForbidden } from './characters/forbidden.ts';
export { showsHost } from './text/shown-hosts.ts';
export type { TextReference, TextReferences } from './text/check-text.ts';
export {
  articleAnchors,
  fixedPageAnchors,
  type PageAnchors,
  EVERY_PAGE,
  TEMPLATE_ANCHORS,
  templatePlaces,
  entryAnchor,
  entryFragment,
} from './anchors/page-anchors.ts';
export { choiceAnchor, supportAnchors } from './anchors/choice-anchor.ts';
export { type CorrectionPlace, correctionPlace } from './anchors/correction-place.ts';
export { placeFindings } from './parse/place-findings.ts';
export { plainYaml } from './parse/plain-yaml.ts';
export { readYaml } from './yaml/read-yaml.ts';
export { type AcrossFinding, checkAcross, type ContentOutline } from './across/check-across.ts';
export { type Former, type FormerOwner, listFormers } from './across/list-formers.ts';
export { plainAddress, type Unseen, unseenLink } from './across/check-links.ts';
export { fragmentFindings } from './anchors/check-fragment.ts';
export { checkPlaces } from './across/check-places.ts';
export {
  checkImage,
  type ImageUse,
  imageUses,
  missingImage,
  textImages,
  unusedImage,
} from './across/check-images.ts';
export { checkDrawing } from './across/check-drawing.ts';
export { captionFinding, checkRecording } from './across/check-recordings.ts';
export { buildCollections, type Names } from './editor/collections.ts';
export { buildJsonSchemas, type JsonSchema, type SchemaName } from './editor/json-schemas.ts';
export { metadataInRussian } from './across/metadata-words.ts';
export { countInRussian, russianForm } from './explain/russian-number.ts';
