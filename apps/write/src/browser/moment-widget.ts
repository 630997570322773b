import { timestampOf, wallTime } from '../time/zoned-time.ts';
import { fill } from '../words/room-words.ts';
import type { RoomWords } from '../words/words.ts';

interface Props {
  value?: string;
  onChange: (value: string) => void;
  forID: string;
  classNameWrapper: string;
  setActiveStyle: () => void;
  setInactiveStyle: () => void;
}

/** A moment, shown and typed as clocks at the outlet show it, so that no file tells where its writer is. */
export function momentWidget(
  words: RoomWords['room'],
  timeZone: string,
  now: () => number,
): unknown {
  return createClass<Props>({
    render() {
      const { value = '', onChange, forID, classNameWrapper } = this.props;
      const input = h('input', {
        id: forID,
        type: 'datetime-local',
        value: wallTime(value, timeZone),
        onFocus: this.props.setActiveStyle,
        onBlur: this.props.setInactiveStyle,
        onChange: ({ target }: { target: HTMLInputElement }) => {
          onChange(timestampOf(target.value, timeZone));
        },
      });
      const button = (label: string, act: () => void) =>
        h('button', { type: 'button', onClick: act }, label);
      return h(
        'div',
        { className: `${classNameWrapper} moment` },
        input,
        h('span', null, fill(words.zone, { zone: timeZone })),
        button(words.now, () => {
          onChange(timestampOf(wallTime(new Date(now()).toISOString(), timeZone), timeZone));
        }),
        value === ''
          ? null
          : button(words.clear, () => {
              onChange('');
            }),
      );
    },
  });
}
