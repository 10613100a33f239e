import type { Ports } from '../run/ports';

/** The options that say who asks whom, as on the command line. */
export interface ConnectionOptions {
  profile?: string;
  region?: string;
  endpoint?: string;
}

/** A way to AWS, found in options, environment and config files. */
export interface Connected {
  /** For people to read, and for the journal. */
  profile: string;
  region?: string;
  /** Empty = AWS itself. */
  endpoint: string;
  ports: Ports;
}

export interface Files {
  /** Rejects when there is no such file, or it cannot be read. */
  read(file: string): Promise<string>;
  write(file: string, text: string): Promise<void>;
  /** The spec files at a place: the file itself, or all below a folder. */
  specsAt(place: string): Promise<string[]>;
}

/** The world as a command sees it: everything outside `terminal/` comes through here. */
export interface Shell {
  /** Results. */
  out(text: string): void;
  /** Progress and messages. */
  err(text: string): void;
  /** Whether results may be coloured. */
  colour: boolean;
  /** Whether somebody sits there who can be asked. */
  interactive: boolean;
  /** The line that the user types; empty when there is none. */
  ask(question: string): Promise<string>;
  env: Readonly<Record<string, string | undefined>>;
  version: string;
  /** The folder with a page for each rule. */
  rulePages: string;
  now(): number;
  files: Files;
  /** Loads the network room; nothing is asked of AWS yet. */
  connect(options: ConnectionOptions): Promise<Connected>;
  /** Runs the sandbox program until it ends; its exit code. */
  runSandbox(args: readonly string[]): Promise<number>;
  /** Fires when the user wants to stop. */
  interrupted: AbortSignal;
}
