/** Why an issue is not made into mails; nothing of it is sent. */
export class HeavyLetterError extends Error {
  override name = 'HeavyLetterError';
  /** The article that is too heavy by itself; absent where there are too many mails. */
  readonly article: string | undefined;
  /** Bytes of its mail, or mails of the issue. */
  readonly weight: number;
  /** What it may be at most. */
  readonly most: number;

  constructor(article: string | undefined, weight: number, most: number) {
    super(
      article === undefined
        ? `The issue fills ${weight} mails; at most ${most} are sent.`
        : `“${article}” alone makes a mail of ${weight} bytes; at most ${most} are sent.`,
    );
    this.article = article;
    this.weight = weight;
    this.most = most;
  }
}
