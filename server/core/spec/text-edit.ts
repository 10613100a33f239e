/** Replace `length` UTF-16 units at `offset` with `text`. */
export interface TextEdit {
  offset: number;
  length: number;
  text: string;
}
