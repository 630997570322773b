/** What the room uses of Decap’s globals (decap-cms 3.x: `CMS`, `h`, `createClass`). */

/** A part of Immutable’s Map and List, as Decap hands them out. */
interface DecapMap {
  get(key: string): unknown;
  getIn(path: readonly string[]): unknown;
  set(key: string, value: unknown): DecapMap;
  delete(key: string): DecapMap;
  toJS(): unknown;
}

interface DecapRegistry {
  init(options: { config: unknown }): void;
  registerWidget(name: string, control: unknown, preview?: unknown): void;
  registerPreviewTemplate(collection: string, component: unknown): void;
  registerPreviewStyle(style: string, options: { raw: boolean }): void;
  registerCustomFormat(
    name: string,
    extension: string,
    format: { fromFile(text: string): unknown; toFile(data: unknown): string },
  ): void;
  registerLocale(name: string, phrases: object): void;
  getLocale(name: string): object;
  registerBackend(name: string, backend: unknown): void;
  getBackend(name: string): { init(config: unknown, options: unknown): object };
  registerEventListener(listener: {
    name: 'preSave' | 'postSave';
    handler(event: { entry: DecapMap }): unknown;
  }): void;
}

/** A component as create-react-class makes it. */
interface ComponentSpec<Props, State> {
  getInitialState?: () => State;
  componentDidMount?: () => void;
  shouldComponentUpdate?: () => boolean;
  componentDidUpdate?: (before: Props) => void;
  render: () => unknown;
}

interface ComponentThis<Props, State> {
  props: Props;
  state: State;
  setState: (change: Partial<State>) => void;
}

declare const CMS: DecapRegistry;
declare function h(type: unknown, props?: object | null, ...children: unknown[]): unknown;
declare function createClass<Props, State = object, Own extends object = object>(
  spec: ComponentSpec<Props, State> & Own & ThisType<ComponentThis<Props, State> & Own>,
): unknown;
