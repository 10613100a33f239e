import { createScanner, parseTree, type Node } from 'jsonc-parser';
import type { Edit } from '../../server/core/spec/edit';

/** A second telling of what edits mean, on the tree instead of the text. A key written twice counts where it stands last. */
interface Branch {
  node: Node;
  /** Of a member. */
  key: string | undefined;
  value: string | undefined;
  children: Branch[] | undefined;
  removed: boolean;
  added: string[];
}

/** What a text says: every key and value in its order, without layout and comments. */
export function modelOf(text: string): string {
  const root = rootOf(text);
  return root === undefined ? '' : told(branchOf(root));
}

/** What the text of `modelOf` should say after the edits. */
export function changedModel(text: string, edits: readonly Edit[]): string {
  const root = rootOf(text);
  if (root === undefined) return '';
  const top = branchOf(root);
  // All places first: the paths of all edits are those of the text before.
  const works = edits.map((edit) => ({
    edit,
    container: edit.path.length === 0 ? undefined : childAt(top, edit.path.slice(0, -1)),
    target: childAt(top, edit.path),
  }));
  for (const { edit, container, target } of works) {
    const step = edit.path.at(-1);
    if (edit.kind === 'remove' && target) target.removed = true;
    else if (edit.kind === 'rename' && target) target.key = edit.name;
    else if (edit.kind === 'set' && target) {
      target.value = JSON.stringify(edit.value);
      target.children = undefined;
    } else if (edit.kind === 'set') {
      const value = JSON.stringify(edit.value);
      container?.added.push(typeof step === 'string' ? `${JSON.stringify(step)}:${value}` : value);
    }
  }
  return told(top);
}

/** Are all comments outside of what the edits take away still there, in their order? */
export function commentsKept(before: string, after: string, edits: readonly Edit[]): boolean {
  const root = rootOf(before);
  if (root === undefined) return true;
  const top = branchOf(root);
  const gone = edits.flatMap(({ kind, path }) => {
    const node = kind === 'rename' ? undefined : childAt(top, path)?.node;
    if (node === undefined) return [];
    return [kind === 'remove' && node.parent?.type === 'property' ? node.parent : node];
  });
  const outside = commentsIn(before).filter(
    ({ offset }) => !gone.some((node) => offset >= node.offset && offset < node.offset + node.length),
  );
  const left = commentsIn(after).map(({ text }) => text);
  let at = 0;
  for (const { text } of outside) {
    at = left.indexOf(text, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function rootOf(text: string): Node | undefined {
  return parseTree(text.replace(/^\uFEFF/, ' '), [], { allowTrailingComma: true });
}

function branchOf(node: Node, key?: string): Branch {
  const branch: Branch = { node, key, value: undefined, children: undefined, removed: false, added: [] };
  if (node.type === 'array') branch.children = (node.children ?? []).map((child) => branchOf(child));
  else if (node.type === 'object') {
    branch.children = (node.children ?? []).flatMap(({ children: [name, value] = [] }) =>
      value ? [branchOf(value, String(name?.value))] : [],
    );
  } else branch.value = JSON.stringify(node.value);
  return branch;
}

function childAt(top: Branch, path: Edit['path']): Branch | undefined {
  return path.reduce<Branch | undefined>(
    (branch, step) =>
      typeof step === 'number'
        ? branch?.node.type === 'array'
          ? branch.children?.[step]
          : undefined
        : branch?.node.type === 'object'
          ? branch.children?.findLast(({ key }) => key === step)
          : undefined,
    top,
  );
}

function told({ node, value, children, added }: Branch): string {
  if (children === undefined) return value ?? '';
  const inside = children
    .filter(({ removed }) => !removed)
    .map((child) => (child.key === undefined ? told(child) : `${JSON.stringify(child.key)}:${told(child)}`));
  const all = [...inside, ...added].join();
  return node.type === 'array' ? `[${all}]` : `{${all}}`;
}

interface Comment {
  offset: number;
  text: string;
}

function commentsIn(text: string): Comment[] {
  const scanner = createScanner(text);
  const found: Comment[] = [];
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const token = text.slice(scanner.getTokenOffset(), scanner.getTokenOffset() + scanner.getTokenLength());
    if (/^\/[/*]/.test(token)) found.push({ offset: scanner.getTokenOffset(), text: token.trim() });
  }
  return found;
}
