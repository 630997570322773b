import type { RoomWords } from '../words/words.ts';

interface Props {
  onLogin: (credentials: object) => void;
  error?: string;
}

/** The page before the room: a token for the forge; nothing to ask where the room is this machine’s own. */
export function signInPage(words: RoomWords['room'], local: boolean): unknown {
  return createClass<Props, { token: string }, { enter: (event: Event) => void }>({
    getInitialState: () => ({ token: '' }),
    componentDidMount() {
      if (local) this.props.onLogin({});
    },
    enter(event) {
      event.preventDefault();
      if (this.state.token.trim() !== '') this.props.onLogin({ token: this.state.token.trim() });
    },
    render() {
      if (local) return h('main', { className: 'sign-in' });
      const field = h('input', {
        id: 'token',
        type: 'password',
        autoComplete: 'off',
        value: this.state.token,
        onChange: ({ target }: { target: HTMLInputElement }) => {
          this.setState({ token: target.value });
        },
      });
      return h(
        'main',
        { className: 'sign-in' },
        h(
          'form',
          { onSubmit: this.enter },
          h('h1', null, words.title),
          h('label', { htmlFor: 'token' }, words.token),
          field,
          h('p', null, words.tokenHint),
          this.props.error ? h('p', { role: 'alert' }, this.props.error) : null,
          h('button', { type: 'submit' }, words.enter),
        ),
      );
    },
  });
}
