import { lanes, type Kernel } from './kernel.ts';

/** 2^x; `2 ** x` is slower. */
const exp2 = (x: number): number => Math.exp(Math.LN2 * x);

/** The steps in plain TypeScript, for where WebAssembly has no vectors. Sums are in float64, as all sums in TypeScript are. */
export function plainKernel(): Kernel {
  let numbers = new Float32Array(0);

  /**
   * out[c] += Σ x[t] · y[t, c] over t, for eight packed rows x. Four rows by two columns are summed at
   * a time, in eight variables: each number read serves two or four products.
   */
  function product(
    x: number,
    y: number,
    out: number,
    depth: number,
    columns: number,
    columnStride: number,
    depthStride: number,
  ): void {
    const a = numbers;
    for (let c = 0; c < columns; c += 2) {
      for (let half = 0; half < lanes; half += 4) {
        let s0 = 0,
          s1 = 0,
          s2 = 0,
          s3 = 0;
        let t0 = 0,
          t1 = 0,
          t2 = 0,
          t3 = 0;
        let xAt = x + half;
        let yAt = y + c * columnStride;
        // #region product
        for (let t = 0; t < depth; t++) {
          const x0 = a[xAt]!,
            x1 = a[xAt + 1]!;
          const x2 = a[xAt + 2]!,
            x3 = a[xAt + 3]!;
          const y0 = a[yAt]!,
            y1 = a[yAt + columnStride]!;
          s0 += x0 * y0;
          s1 += x1 * y0;
          s2 += x2 * y0;
          s3 += x3 * y0;
          t0 += x0 * y1;
          t1 += x1 * y1;
          t2 += x2 * y1;
          t3 += x3 * y1;
          xAt += lanes;
          yAt += depthStride;
        }
        // #endregion product
        const o = out + c * lanes + half;
        a[o]! += s0;
        a[o + 1]! += s1;
        a[o + 2]! += s2;
        a[o + 3]! += s3;
        a[o + 8]! += t0;
        a[o + 9]! += t1;
        a[o + 10]! += t2;
        a[o + 11]! += t3;
      }
    }
  }

  return {
    get memory() {
      return numbers;
    },
    reserve(floats) {
      // Half as much again: a cache that grows by a position must not have it made anew each time.
      if (floats > numbers.length) numbers = new Float32Array(Math.ceil(1.5 * floats));
    },
    pack(from, stride, columns, scale, to) {
      for (let c = 0; c < columns; c++)
        for (let r = 0; r < lanes; r++) numbers[to + c * lanes + r] = scale * numbers[from + r * stride + c]!;
    },
    scores(q, k, s, dK, keys) {
      numbers.fill(0, s, s + Math.ceil(keys / 4) * 4 * lanes);
      product(q, k, s, dK, keys, dK, 1);
    },
    softmax(s, keys, state) {
      const a = numbers;
      const end = s + keys * lanes;
      for (let r = 0; r < lanes; r++) {
        const before = a[state + r]!;
        let max = before;
        for (let at = s + r; at < end; at += lanes) if (a[at]! > max) max = a[at]!;
        const rescale = exp2(before - max);
        let sum = rescale * a[state + lanes + r]!;
        for (let at = s + r; at < end; at += lanes) {
          const power = exp2(a[at]! - max);
          a[at] = power;
          sum += power;
        }
        a[state + r] = max;
        a[state + lanes + r] = sum;
        a[state + 2 * lanes + r] = rescale;
      }
    },
    accumulate(p, v, o, keys, columns, rescale) {
      for (let c = 0; c < columns; c++)
        for (let r = 0; r < lanes; r++) numbers[o + c * lanes + r]! *= numbers[rescale + r]!;
      product(p, v, o, keys, columns, 1, columns);
    },
    normalise(max, state, normaliser) {
      for (let r = 0; r < lanes; r++) {
        const sum = numbers[state + lanes + r]!;
        numbers[normaliser + r] = sum > 0 ? exp2(numbers[max + r]! - numbers[state + r]!) / sum : 0;
      }
    },
    unpack(from, factor, columns, to, stride, check) {
      for (let r = 0; r < lanes; r++) {
        let zero = 0;
        for (let c = 0; c < columns; c++) {
          const number = numbers[from + c * lanes + r]! * numbers[factor + r]!;
          numbers[to + r * stride + c] = number;
          zero += 0 * number;
        }
        numbers[check + r] = zero;
      }
    },
  };
}
