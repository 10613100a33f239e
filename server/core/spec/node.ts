/**
 * The tree of a text. Offsets are UTF-16 units; `end` is the offset behind the last one. Every node is made with the same members in the
 * same order, so that the engine keeps one layout for all of them.
 */
export type Node = ObjectNode | ListNode | ScalarNode;

export interface ObjectNode {
  readonly type: 'object';
  readonly offset: number;
  readonly end: number;
  readonly value: undefined;
  /** In the order of the text. A key written twice is here twice: `tree.ts` says which one counts. */
  readonly children: readonly Property[];
}

export interface ListNode {
  readonly type: 'array';
  readonly offset: number;
  readonly end: number;
  readonly value: undefined;
  readonly children: readonly Node[];
}

export interface ScalarNode {
  readonly type: 'string' | 'number' | 'boolean' | 'null';
  readonly offset: number;
  readonly end: number;
  readonly value: string | number | boolean | null;
  readonly children: undefined;
}

/** A key of an object with its value. */
export interface Property {
  readonly key: string;
  /** Where the key begins, at its quote. */
  readonly offset: number;
  readonly keyEnd: number;
  /** Undefined while it is not typed yet. */
  readonly value: Node | undefined;
  /** Behind the value; where there is none, at the comma or behind the bracket that ends the property. */
  readonly end: number;
}
