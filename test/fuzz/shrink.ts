/** Remove pieces of a text, large ones first, for as long as `stillFails` says so. At most `tries` attempts. */
export async function shrunk(
  text: string,
  stillFails: (text: string) => Promise<boolean>,
  tries = 600,
): Promise<string> {
  let smallest = text;
  let left = tries;
  for (
    let length = Math.ceil(text.length / 2);
    length > 0;
    length = length === 1 ? 0 : Math.ceil(length / 2)
  ) {
    for (let at = 0; at < smallest.length && left > 0; left--) {
      const without = smallest.slice(0, at) + smallest.slice(at + length);
      if (await stillFails(without)) smallest = without;
      else at += length;
    }
  }
  return smallest;
}
