/**
 * An array whose elements are made when they are read, and kept while another reference to them exists: `map`, `for of` and
 * `JSON.stringify` work as on any other, without holding a million objects.
 */

/** How many elements are kept, so that reading one twice in a row makes it once. */
const KEPT = 1024;

export function lazyArray<T extends object>(length: number, make: (index: number) => T): readonly T[] {
  const kept = new Map<number, T>();
  const get = (index: number): T => {
    const known = kept.get(index);
    if (known !== undefined) return known;
    const made = make(index);
    if (kept.size >= KEPT) kept.clear();
    kept.set(index, made);
    return made;
  };
  const indexOf = (name: string | symbol): number | null => {
    if (typeof name !== "string" || !/^(?:0|[1-9]\d*)$/u.test(name)) return null;
    const index = Number(name);
    return index < length ? index : null;
  };
  const target: T[] = [];
  target.length = length;
  // One after the other, elements are not read twice; kept ones would outlive many collections of garbage.
  function* each(): Generator<T, void, void> {
    for (let index = 0; index < length; index += 1) yield make(index);
  }
  return new Proxy<readonly T[]>(target, {
    get: (array, name, receiver) => {
      if (name === Symbol.iterator) return each;
      const index = indexOf(name);
      return index === null ? Reflect.get(array, name, receiver) : get(index);
    },
    has: (array, name) => indexOf(name) !== null || Reflect.has(array, name),
    ownKeys: () => [...Array.from({ length }, (_, index) => String(index)), "length"],
    getOwnPropertyDescriptor: (array, name) => {
      const index = indexOf(name);
      if (index === null) return Reflect.getOwnPropertyDescriptor(array, name);
      return { value: get(index), writable: true, enumerable: true, configurable: true };
    },
  });
}
