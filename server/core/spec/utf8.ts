/** How many bytes a text takes in UTF-8, in which the service counts. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if ((text.codePointAt(at) ?? 0) < 0x10000) bytes += 3;
    else {
      // Two units that are one character.
      bytes += 4;
      at++;
    }
  }
  return bytes;
}
