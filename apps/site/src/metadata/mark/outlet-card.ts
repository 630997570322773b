import { createHash } from 'node:crypto';
import type { Outlet } from '@tamizdat/article-schema';
import sharp from 'sharp';
import { CARD_HEIGHT, CARD_WIDTH } from '../limits.ts';
import { loadMark } from './load-mark.ts';

/** A picture for pages that have none of their own. */
export interface OutletCard {
  /** As media are named: by the hash of its bytes. */
  name: string;
  width: number;
  height: number;
  bytes: Buffer;
}

/** Height of the mark on the card, in pixels. */
const MARK = 280;

const drawn = new Map<string, Promise<OutletCard>>();

/**
 * The outlet's mark on a ground of its accent colour. Without words, because letters would take a font, and fonts
 * differ from machine to machine. Undefined where the outlet has no mark.
 */
export async function outletCard(outlet: Outlet): Promise<OutletCard | undefined> {
  const mark = await loadMark(outlet);
  if (mark === undefined) return undefined;
  const accent = outlet.accent?.light ?? '#8a1c1c';
  const key = accent + mark;
  const card = drawn.get(key) ?? drawCard(mark, accent);
  drawn.set(key, card);
  return card;
}

async function drawCard(mark: string, accent: string): Promise<OutletCard> {
  const ground = `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}"><path fill="${accent}" d="M0 0h${CARD_WIDTH}v${CARD_HEIGHT}H0z"/><path fill="#fffefb" d="M24 24h${CARD_WIDTH - 48}v${CARD_HEIGHT - 48}H24z"/></svg>`;
  const icon = await sharp(Buffer.from(mark), { density: 300 })
    .resize(MARK * 2, MARK, { fit: 'inside' })
    .png()
    .toBuffer();
  const bytes = await sharp(Buffer.from(ground))
    .composite([{ input: icon }])
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 20);
  return { name: `${hash}.png`, width: CARD_WIDTH, height: CARD_HEIGHT, bytes };
}
