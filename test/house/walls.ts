/**
 * The walls of the house as data, and the faults of a tree held against them. Pure: the tree is handed in as path -> text, so that every
 * kind of breach can be shown to be seen.
 */
export type Tree = ReadonlyMap<string, string>;

interface Room {
  /** Files that belong to it: a path, or a folder ending in `/`. The first room that fits owns the file. */
  files: string[];
  /** Our own files it may import values from. */
  ours: string[];
  packages: RegExp;
  /** `any`, or the names of Node modules. */
  node: 'any' | string[];
  /** How far out the room lies: types may be imported from rooms further in. */
  ring: number;
}

const none = /^$/;

export const rooms: Record<string, Room> = {
  client: {
    files: ['client/'],
    ours: ['client/', 'server/protocol.ts', 'server/region-names.ts'],
    packages: /^(vscode|vscode-languageclient(\/.*)?)$/,
    node: ['path'],
    ring: -1,
  },
  protocol: {
    files: ['server/protocol.ts', 'server/region-names.ts'],
    ours: [],
    packages: none,
    node: [],
    ring: 0,
  },
  core: { files: ['server/core/'], ours: ['server/core/'], packages: none, node: [], ring: 0 },
  run: {
    files: ['server/run/'],
    ours: ['server/core/', 'server/run/'],
    packages: none,
    node: ['crypto'],
    ring: 1,
  },
  aws: {
    files: ['server/aws/'],
    ours: ['server/run/ports.ts', 'server/aws/'],
    packages: /^(@aws-sdk\/.*|@smithy\/.*|p-throttle|https-proxy-agent|proxy-from-env)$/,
    node: 'any',
    ring: 2,
  },
  disk: {
    files: ['server/disk/'],
    ours: ['server/run/ports.ts', 'server/core/journal.ts', 'server/disk/'],
    packages: none,
    node: ['fs', 'fs/promises', 'path', 'os', 'crypto'],
    ring: 2,
  },
  lsp: {
    files: ['server/lsp/'],
    ours: ['server/core/', 'server/run/', 'server/protocol.ts', 'server/region-names.ts', 'server/lsp/'],
    packages:
      /^(vscode-languageserver(\/.*)?|vscode-languageserver-textdocument|vscode-json-languageservice)$/,
    node: [],
    ring: 2,
  },
  terminal: {
    files: ['server/terminal/'],
    ours: ['server/core/', 'server/run/', 'server/terminal/'],
    packages: none,
    node: ['util', 'tty'],
    ring: 2,
  },
  sandbox: {
    files: ['server/sandbox/'],
    ours: ['server/sandbox/'],
    packages: /^dynalite(\/.*)?$/,
    node: 'any',
    ring: -1,
  },
  doors: {
    files: ['server/main.ts', 'server/cli.ts', 'server/local-sandbox.ts'],
    ours: [
      'server/core/',
      'server/run/',
      'server/aws/',
      'server/disk/',
      'server/lsp/',
      'server/terminal/',
      'server/protocol.ts',
      'server/local-sandbox.ts',
      'package.json',
    ],
    packages: /^vscode-languageserver\/node$/,
    node: ['process', 'path', 'child_process', 'crypto', 'fs', 'os', 'timers/promises', 'url'],
    ring: 3,
  },
};

export const longestFileInLines = 400;

interface Import {
  from: string;
  typeOnly: boolean;
}

/** Source text with comments blanked and strings left alone; good enough for import lines and banned names. */
export function withoutComments(text: string): string {
  return text.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    '$1',
  );
}

function withoutStrings(text: string): string {
  return withoutComments(text).replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''");
}

export function importsOf(text: string): Import[] {
  const code = withoutComments(text);
  const found: Import[] = [];
  for (const match of code.matchAll(
    /^\s*(import|export)\s+(type\s+)?([^'";]*?)\bfrom\s*['"]([^'"]+)['"]/gm,
  )) {
    const names = /^\{([^}]*)\}\s*$/
      .exec(match[3] ?? '')?.[1]
      ?.split(',')
      .filter((name) => name.trim() !== '');
    const allTypes =
      names !== undefined && names.length > 0 && names.every((name) => /^\s*type\s/.test(name));
    found.push({ from: match[4] ?? '', typeOnly: match[2] !== undefined || allTypes });
  }
  for (const match of code.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm))
    found.push({ from: match[1] ?? '', typeOnly: false });
  for (const match of code.matchAll(/(?<!typeof )\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g)) {
    found.push({ from: match[1] ?? '', typeOnly: false });
  }
  return found;
}

function fits(path: string, patterns: string[]): boolean {
  return patterns.some((pattern) => (pattern.endsWith('/') ? path.startsWith(pattern) : path === pattern));
}

function roomOf(path: string): [string, Room] | undefined {
  return Object.entries(rooms).find(([, room]) => fits(path, room.files));
}

/** The file of the tree that a relative import means. */
function resolve(tree: Tree, importer: string, from: string): string | undefined {
  const parts = importer.split('/').slice(0, -1);
  for (const part of from.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  const base = parts.join('/');
  return [base, `${base}.ts`, `${base}/index.ts`].find((candidate) => tree.has(candidate));
}

function wallFault(tree: Tree, path: string, { from, typeOnly }: Import): string | undefined {
  const [name, room] = roomOf(path) ?? [];
  if (name === undefined || room === undefined) return `${path}: belongs to no room`;
  if (from.startsWith('node:')) {
    const wanted = from.slice('node:'.length);
    return room.node === 'any' || typeOnly || room.node.includes(wanted)
      ? undefined
      : `${path}: ${name} may not import ${from}`;
  }
  if (!from.startsWith('.')) {
    return room.packages.test(from) ? undefined : `${path}: ${name} may not import the package ${from}`;
  }
  const target = resolve(tree, path, from);
  if (target === undefined) return `${path}: ${from} is not a file of ours`;
  if (fits(target, room.ours)) return undefined;
  const inner = roomOf(target)?.[1];
  const typeFromInside =
    typeOnly && room.ring >= 0 && inner !== undefined && inner.ring >= 0 && inner.ring < room.ring;
  return typeFromInside ? undefined : `${path}: ${name} may not import ${target}`;
}

/** Every import that crosses a wall. */
export function wallFaults(tree: Tree): string[] {
  return [...tree].flatMap(([path, text]) =>
    importsOf(text).flatMap((one) => wallFault(tree, path, one) ?? []),
  );
}

/** Every circle of imports, types included, as the files on it: whatever two files say together belongs in a third. */
export function circles(tree: Tree): string[] {
  const edges = new Map(
    [...tree].map(([path, text]) => [
      path,
      importsOf(text)
        .filter(({ from }) => from.startsWith('.'))
        .flatMap(({ from }) => resolve(tree, path, from) ?? []),
    ]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  function visit(path: string, trail: string[]): void {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  }
  for (const path of edges.keys()) visit(path, []);
  return found;
}

const bannedInCore =
  /\b(Date|Math\.random|setTimeout|setInterval|setImmediate|queueMicrotask|process|fetch|performance|globalThis)\b(?!\s*[?]?:)/;

/** The core has no clock, no chance, no timer, no process and no network. */
export function impureCore(tree: Tree): string[] {
  return [...tree]
    .filter(([path]) => path.startsWith('server/core/'))
    .flatMap(([path, text]) => {
      const name = bannedInCore.exec(withoutStrings(text))?.[0];
      return name === undefined ? [] : [`${path}: uses ${name}`];
    });
}

export function tooLong(tree: Tree): string[] {
  return [...tree]
    .map(([path, text]) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > longestFileInLines)
    .map(({ path, lines }) => `${path}: ${lines} lines, at most ${longestFileInLines}`);
}

/** What is in one list and not in the other. */
export function listFaults(what: string, left: Iterable<string>, right: Iterable<string>): string[] {
  const [a, b] = [new Set(left), new Set(right)];
  return [
    ...[...a].filter((name) => !b.has(name)).map((name) => `${what}: ${name} is only in the first`),
    ...[...b].filter((name) => !a.has(name)).map((name) => `${what}: ${name} is only in the second`),
  ];
}
