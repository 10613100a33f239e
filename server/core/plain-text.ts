/** Characters that would break a line, hide, or turn the direction of a message: controls, formats (bidi), separators, lone surrogates. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A message as text to show: unsafe characters escaped, cut to a length in UTF-16 units. Parts of it may come from a file or from AWS. */
export function plainText(text: string, maxUnits: number): string {
  const escaped = text.slice(0, maxUnits + 1).replace(unsafe, escape);
  if (escaped.length <= maxUnits) return escaped;
  return `${escaped.slice(0, maxUnits - 1).replace(/\p{Cs}$/u, '')}…`;
}

function escape(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

/** A name or value in a message: in double quotes, shortened. */
export function quoted(text: string): string {
  return `"${text.length > 64 ? `${text.slice(0, 60)}…` : text}"`;
}
