const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Why a message cannot be shown: too long, or with characters that hide, break lines or turn the direction. */
export function showFault(shown: string): string | undefined {
  return shown.length > 500 || unsafe.test(shown) ? JSON.stringify(shown) : undefined;
}

/** The offset, or the one before when it lies between the halves of a surrogate pair or of a CRLF. */
export function wholeOffset(text: string, offset: number): number {
  const around = text.slice(Math.max(0, offset - 1), offset + 1);
  return /^(\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])$/.test(around) ? offset - 1 : offset;
}

/** The first fault there is in a list. */
export function firstOf<T>(list: Iterable<T>, fault: (item: T) => string | undefined): string | undefined {
  for (const item of list) {
    const found = fault(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
