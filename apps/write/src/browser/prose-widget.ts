import type { RoomWords } from '../words/words.ts';
import { insertBlock, prefixLines, type Selection, wrap } from './prose-edit.ts';

interface Props {
  value?: string;
  onChange: (value: string) => void;
  field: DecapMap;
  forID: string;
  classNameWrapper: string;
  setActiveStyle: () => void;
  setInactiveStyle: () => void;
  mediaPaths: DecapMap;
  onOpenMediaLibrary: (options: object) => void;
  onRemoveInsertedMedia: (control: string) => void;
}

interface Own {
  control: string;
  area: HTMLTextAreaElement | null;
  /** Where the cursor is to be put once the new text is shown. */
  next: Selection | undefined;
  /** Where it was when the picture dialog opened. */
  asked: Selection | undefined;
  keep: (area: HTMLTextAreaElement | null) => void;
  selection: () => Selection;
  apply: (selection: Selection) => void;
  askPicture: () => void;
  tool(label: string, sign: string, act: () => void): unknown;
}

/**
 * A text in Markdown: the Markdown itself in a plain field with buttons that write its marks. Decap’s own
 * widgets write a whole text anew after one letter is changed, and lose what they do not know: footnotes,
 * the language of a phrase, the writer’s line breaks.
 */
export function proseWidget(words: RoomWords['room']['text']): unknown {
  return createClass<Props, object, Own>({
    control: '',
    area: null,
    next: undefined,
    asked: undefined,
    componentDidMount() {
      this.control = crypto.randomUUID();
    },
    // Decap asks; left to itself it updates a field when its value changes, not when a picture was chosen.
    shouldComponentUpdate: () => true,
    componentDidUpdate() {
      const picture = this.props.mediaPaths.get(this.control);
      if (typeof picture === 'string' && picture !== '') {
        this.props.onRemoveInsertedMedia(this.control);
        const block = `![${words.pictureAlt}](${picture} "${words.pictureTitle}")`;
        this.apply(insertBlock(this.asked ?? this.selection(), block, words.pictureAlt));
      }
      if (this.next === undefined || this.area?.value !== this.next.text) return;
      this.area.focus();
      this.area.setSelectionRange(this.next.start, this.next.end);
      this.next = undefined;
    },
    keep(area) {
      this.area = area;
    },
    selection() {
      const text = this.props.value ?? '';
      const { selectionStart: start = text.length, selectionEnd: end = text.length } =
        this.area ?? {};
      return { text, start, end };
    },
    apply(selection) {
      this.next = selection;
      this.props.onChange(selection.text);
    },
    askPicture() {
      this.asked = this.selection();
      this.props.onOpenMediaLibrary({
        controlID: this.control,
        forImage: true,
        allowMultiple: false,
        field: this.props.field,
      });
    },
    tool(label, sign, act) {
      return h('button', { type: 'button', title: label, 'aria-label': label, onClick: act }, sign);
    },
    render() {
      const { value = '', onChange, forID, classNameWrapper, field } = this.props;
      const tool = (label: string, sign: string, edit: (selection: Selection) => Selection) =>
        this.tool(label, sign, () => {
          this.apply(edit(this.selection()));
        });
      const tools = [
        tool(words.bold, 'B', (at) => wrap(at, '**', '**', words.placeholder)),
        tool(words.italic, 'I', (at) => wrap(at, '*', '*', words.placeholder)),
        tool(words.heading, 'H', (at) => prefixLines(at, '## ', words.headingText)),
        tool(words.link, words.link, (at) => wrap(at, '[', '](https://)', words.linkText)),
        tool(words.quote, '>', (at) => prefixLines(at, '> ', words.placeholder)),
        tool(words.list, '•', (at) => prefixLines(at, '- ', words.placeholder)),
        tool(words.numbered, '1.', (at) => prefixLines(at, '{n}. ', words.placeholder)),
        tool(words.note, 'x¹', (at) =>
          wrap({ ...at, start: at.end }, '[^', ']', words.note.toLowerCase()),
        ),
        ...(field.get('pictures') === true
          ? [
              this.tool(words.picture, `▣ ${words.picture}`, () => {
                this.askPicture();
              }),
            ]
          : []),
      ];
      return h(
        'div',
        { className: `${classNameWrapper} prose-field` },
        h('div', { className: 'tools', role: 'toolbar' }, ...tools),
        h('textarea', {
          id: forID,
          ref: this.keep,
          value,
          spellCheck: true,
          rows: Math.min(Math.max(value.split('\n').length + value.length / 80, 6), 40),
          onFocus: this.props.setActiveStyle,
          onBlur: this.props.setInactiveStyle,
          onChange: ({ target }: { target: HTMLTextAreaElement }) => {
            onChange(target.value);
          },
        }),
      );
    },
  });
}
