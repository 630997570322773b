import { ulid } from 'ulid';
import type { RoomData } from '../room/room-data.ts';
import { ROOM_WORDS, type RoomLanguage } from '../words/room-words.ts';
import { holdBackups } from './after-form.ts';
import { registerBackend } from './backend.ts';
import { cleanChosenPictures } from './clean-pictures.ts';
import { fieldsOfNew } from './copied-entry.ts';
import { openOtherEntries, translateQuestions } from './decap-gaps.ts';
import { registerFormats } from './formats.ts';
import { KnownTexts } from './known-texts.ts';
import { momentWidget } from './moment-widget.ts';
import { placeEntry } from './place-entry.ts';
import { articlePreview } from './preview/article-preview.ts';
import { authorPreview, pagePreview } from './preview/page-preview.ts';
import { previewStyles } from './preview/styles.ts';
import { proseWidget } from './prose-widget.ts';
import { revealFaults } from './reveal-faults.ts';
import { offerLanguage, registerPhrases, roomLanguage } from './room-language.ts';

const now = () => Date.now();

function registerPreviews(data: RoomData, language: RoomLanguage): void {
  const context = { data, words: ROOM_WORDS[language], language, now };
  CMS.registerPreviewStyle(previewStyles(data.outlet), { raw: true });
  for (const { code } of data.outlet.languages) {
    CMS.registerPreviewTemplate(
      `articles-${code}`,
      articlePreview(`articles-${code}`, code, context),
    );
    CMS.registerPreviewTemplate(`pages-${code}`, pagePreview(code, context));
  }
  CMS.registerPreviewTemplate('authors', authorPreview(context));
}

/** Gives a new entry its id and its place, once: what is written before is what its writer typed. */
function registerPlaces({ outlet: { timeZone } }: RoomData): void {
  CMS.registerEventListener({
    name: 'preSave',
    handler: ({ entry }) => {
      const data = entry.get('data') as DecapMap;
      if (entry.get('newRecord') !== true) return data;
      const at = now();
      const before = data.toJS() as Record<string, unknown>;
      const fields = fieldsOfNew(before);
      const place = {
        collection: String(entry.get('collection')),
        timeZone,
        now: at,
        id: ulid(at),
      };
      const left = Object.keys(before).reduce(
        (map, key) => (key in fields ? map : map.delete(key)),
        data,
      );
      const made = { status: fields['status'], ...placeEntry(fields, place) };
      return Object.entries(made).reduce(
        (map, [key, value]) => (value === undefined ? map : map.set(key, value)),
        left,
      );
    },
  });
}

async function openRoom(): Promise<void> {
  const data = (await (await fetch('room.json')).json()) as RoomData;
  const language = roomLanguage();
  const words = ROOM_WORDS[language];
  document.documentElement.lang = language;
  document.title = words.room.title;
  cleanChosenPictures(words.room.picture);
  registerPhrases(language, data.configs[language].publish_mode === 'simple');
  translateQuestions(words.room.replacePicture);
  holdBackups();
  revealFaults();
  openOtherEntries();
  const texts = new KnownTexts(localStorage);
  registerFormats(texts);
  registerBackend(words.room, texts);
  registerPlaces(data);
  CMS.registerWidget('moment', momentWidget(words.room, data.outlet.timeZone, now));
  CMS.registerWidget('prose', proseWidget(words.room.text));
  registerPreviews(data, language);
  CMS.init({ config: { ...data.configs[language], load_config_file: false } });
  offerLanguage(language, words.room.otherLanguage);
}

void openRoom();
