import { spawn } from 'node:child_process';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node.js';

/** A running language server, spoken to as an editor does. For tests. */
export interface LanguageClient {
  /** Opens a document and gives what the server says is wrong with it, once it has said so. */
  diagnose: (uri: string, languageId: string, text: string) => Promise<Diagnostic[]>;
  /** Labels offered at a place of an open document. */
  complete: (uri: string, position: Position) => Promise<string[]>;
  stop: () => void;
}

/** How a server is started. */
export interface LanguageServer {
  /** Node script, started with `--stdio`. */
  script: string;
  /** The folder an editor would have open, as a file URI. */
  folder: string;
  initializationOptions?: Record<string, unknown>;
  /** Answers to `workspace/configuration`, by section. */
  settings?: Record<string, unknown>;
}

/** Starts a language server and greets it. */
export async function startLanguageClient(server: LanguageServer): Promise<LanguageClient> {
  const child = spawn(process.execPath, [server.script, '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  answerServer(connection, server);
  const published = listen(connection);
  connection.listen();
  await greet(connection, server);
  return {
    diagnose: (uri, languageId, text) => {
      const found = published(uri);
      const textDocument = { uri, languageId, version: 1, text };
      void connection.sendNotification('textDocument/didOpen', { textDocument });
      return found;
    },
    complete: async (uri, position) => {
      const answer = await connection.sendRequest<CompletionList | CompletionItem[] | null>(
        'textDocument/completion',
        { textDocument: { uri }, position },
      );
      return (Array.isArray(answer) ? answer : (answer?.items ?? [])).map(({ label }) => label);
    },
    stop: () => {
      connection.dispose();
      child.kill();
    },
  };
}

function answerServer(connection: ProtocolConnection, { settings }: LanguageServer): void {
  connection.onRequest(
    'workspace/configuration',
    ({ items }: { items: readonly { section?: string }[] }) =>
      items.map(({ section }) => settings?.[section ?? ''] ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('workspace/semanticTokens/refresh', () => null);
  connection.onRequest('workspace/inlayHint/refresh', () => null);
}

/** Waits for the first report about a document that is not empty. */
function listen(connection: ProtocolConnection): (uri: string) => Promise<Diagnostic[]> {
  const waiting = new Map<string, (found: Diagnostic[]) => void>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      if (diagnostics.length > 0) waiting.get(decodeURIComponent(uri))?.(diagnostics);
    },
  );
  return (uri) =>
    new Promise((resolve) => {
      waiting.set(decodeURIComponent(uri), resolve);
    });
}

async function greet(connection: ProtocolConnection, server: LanguageServer): Promise<void> {
  const { folder, initializationOptions, settings } = server;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'content' }],
    initializationOptions,
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        publishDiagnostics: {},
        completion: { completionItem: { snippetSupport: true } },
      },
    },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings });
}
