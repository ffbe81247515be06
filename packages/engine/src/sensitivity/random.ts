/**
 * Pseudo-random whole numbers from a seed, the same on every machine: xoshiro128** by Blackman and Vigna, seeded by splitmix32.
 * For sampling weights; not for secrets.
 */
export class Random {
  private readonly state: Uint32Array;

  constructor(seed: number) {
    let mixed = seed >>> 0;
    this.state = Uint32Array.from({ length: 4 }, () => {
      mixed = (mixed + 0x9e3779b9) >>> 0;
      let z = mixed;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      return (z ^ (z >>> 16)) >>> 0;
    });
  }

  /** From 0 up to but without `bound`, each equally likely. `bound` is at most 2^32. */
  below(bound: number): number {
    const whole = 0x1_0000_0000;
    const fair = whole - (whole % bound);
    for (;;) {
      const drawn = this.next();
      if (drawn < fair) return drawn % bound;
    }
  }

  private next(): number {
    const s = this.state;
    const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = s;
    const times5 = Math.imul(s1, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
    const shifted = s1 << 9;
    const a = s2 ^ s0;
    const b = s3 ^ s1;
    s[1] = s1 ^ a;
    s[0] = s0 ^ b;
    s[2] = a ^ shifted;
    s[3] = (b << 11) | (b >>> 21);
    return result;
  }
}
