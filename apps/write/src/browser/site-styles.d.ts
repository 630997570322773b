/** CSS of an article’s page, put in when the room is bundled (`src/room/site-styles.ts`). */
declare const SITE_STYLES: string;
