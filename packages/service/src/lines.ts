/**
 * Converts offsets to lines.
 */

/**
 * Creates a function from an offset to its line, from 0. Lines end with `\n`, `\r\n` or `\r`, as editors count them. Indexing takes one
 * pass, each query a binary search.
 */
export function lineIndex(source: string): (offset: number) => number {
  const starts = [0];
  for (const end of source.matchAll(/\r\n|[\n\r]/gu)) starts.push(end.index + end[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}
