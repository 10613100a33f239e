export interface VsCodeProgram {
  node: string;
  serverMain: string;
}

export interface VsCodeServer {
  /** Opens an empty window. The secret token is in it: whoever has this address can run programs as this user. */
  url: string;
  /** The address of a window on a folder; payload: pairs that the workbench reads, such as a test suite to run. */
  urlFor(page: { folder: string; payload?: readonly (readonly [string, string])[] }): string;
  /** `127.0.0.1:port`, as it stands in `vscode-remote://` addresses. */
  authority: string;
  port: number;
  /** Holds extensions/, data/User/settings.json, data/Machine/settings.json and data/logs/. */
  dataDir: string;
  /** Holds all that belongs to this server; removed by `stop()`, and also when this process dies. */
  folder: string;
  /** What the server printed. */
  output(): string;
  /** Resolves with its exit code or signal when the server ends. */
  exited: Promise<string>;
  stop(): Promise<void>;
}

export interface VsCodeServerOptions {
  folder?: string;
  vsix?: string;
  userSettings?: Record<string, unknown>;
  machineSettings?: Record<string, unknown>;
  env?: Record<string, string | undefined>;
  port?: number;
  smokeTestDriver?: boolean;
  workspaceTrust?: boolean;
  log?: (line: string) => void;
}

export function ensureHeadlessVsCode(options?: { log?: (line: string) => void }): Promise<VsCodeProgram>;
export function startVsCodeServer(options?: VsCodeServerOptions): Promise<VsCodeServer>;
export function makeRunFolder(): Promise<string>;
export function installVsix(where: { program?: VsCodeProgram; dataDir: string; vsix: string }): Promise<void>;
