/**
 * The little that functions sent into the page use of its elements. The project is compiled without the DOM's own types,
 * so that no browser global is taken for something that exists in Node or the extension host.
 */
export interface DomElement {
  readonly innerText: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  getBoundingClientRect(): {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

/** Editors and trees of VS Code show blanks as U+00A0. */
export const plainBlanks = (text: string): string => text.replaceAll('\u00A0', ' ');

/** Matches an element whose whole text is this one. */
export const exactly = (text: string): RegExp =>
  new RegExp(`^\\s*${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
