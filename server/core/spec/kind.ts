/** A pattern with its meaning in words, for messages. The regular expression is anchored at both ends. */
export interface Pattern {
  regex: RegExp;
  words: string;
}

export interface StringShape {
  kind: 'string';
  /** The only values allowed. */
  values?: readonly string[];
  pattern?: Pattern;
  minLength?: number;
  maxLength?: number;
}

export interface NumberShape {
  kind: 'number';
  integer: boolean;
  min?: number;
  max?: number;
  /** Exclusive lower bound. */
  above?: number;
  /** Values outside the range that are not known to be refused: a rule of their own speaks of them. */
  besides?: readonly number[];
}

export interface BooleanShape {
  kind: 'boolean';
}

export interface ListShape {
  kind: 'list';
  of: Shape;
  minItems?: number;
  maxItems?: number;
}

export interface ObjectShape {
  kind: 'object';
  members: Readonly<Record<string, Member>>;
}

/** An object whose keys the user chooses. */
export interface MapShape {
  kind: 'map';
  of: Shape;
}

/** Any JSON: a policy document, say. */
export interface AnyShape {
  kind: 'any';
}

/** One of a few words, or the written-out form. */
export interface WordsOrShape {
  kind: 'words-or';
  words: readonly string[];
  shape: Exclude<Shape, WordsOrShape>;
}

export type Shape =
  StringShape | NumberShape | BooleanShape | ListShape | ObjectShape | MapShape | AnyShape | WordsOrShape;

export interface Member {
  shape: Shape;
  required?: true;
  /** Ours: not part of the AWS request. Only at the top level. */
  own?: true;
  /** At most two lines, plain text. */
  doc: string;
  /** The page of the AWS documentation that defines it. */
  link?: string;
}
