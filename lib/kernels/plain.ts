import { rows, type Kernel } from './kernel.ts';

/** 2^x; `2 ** x` is slower. */
const exp2 = (x: number): number => Math.exp(Math.LN2 * x);

/**
 * The steps in plain TypeScript, for where WebAssembly has no vectors. Numbers are kept in
 * float64: read from float32, each would have to be widened before every product.
 */
export function plainKernel(): Kernel {
  let numbers = new Float64Array(0);

  /** out[c] += Σ x[t] · y[t, c] over t, for eight rows abreast; four rows by four columns at a time, in sixteen variables. */
  function product(x: number, y: number, out: number, depth: number, columns: number, across: number, along: number): void {
    const a = numbers;
    for (let c = 0; c < columns; c += 4) {
      for (let half = 0; half < rows; half += 4) {
        let s00 = 0, s01 = 0, s02 = 0, s03 = 0, s10 = 0, s11 = 0, s12 = 0, s13 = 0;
        let s20 = 0, s21 = 0, s22 = 0, s23 = 0, s30 = 0, s31 = 0, s32 = 0, s33 = 0;
        let xAt = x + half;
        let yAt = y + c * across;
        for (let t = 0; t < depth; t++) {
          const x0 = a[xAt]!, x1 = a[xAt + 1]!, x2 = a[xAt + 2]!, x3 = a[xAt + 3]!;
          const y0 = a[yAt]!, y1 = a[yAt + across]!, y2 = a[yAt + 2 * across]!, y3 = a[yAt + 3 * across]!;
          s00 += x0 * y0; s01 += x1 * y0; s02 += x2 * y0; s03 += x3 * y0;
          s10 += x0 * y1; s11 += x1 * y1; s12 += x2 * y1; s13 += x3 * y1;
          s20 += x0 * y2; s21 += x1 * y2; s22 += x2 * y2; s23 += x3 * y2;
          s30 += x0 * y3; s31 += x1 * y3; s32 += x2 * y3; s33 += x3 * y3;
          xAt += rows;
          yAt += along;
        }
        const o = out + c * rows + half;
        a[o]! += s00; a[o + 1]! += s01; a[o + 2]! += s02; a[o + 3]! += s03;
        a[o + 8]! += s10; a[o + 9]! += s11; a[o + 10]! += s12; a[o + 11]! += s13;
        a[o + 16]! += s20; a[o + 17]! += s21; a[o + 18]! += s22; a[o + 19]! += s23;
        a[o + 24]! += s30; a[o + 25]! += s31; a[o + 26]! += s32; a[o + 27]! += s33;
      }
    }
  }

  return {
    get memory() {
      return numbers;
    },
    reserve(floats) {
      if (floats > numbers.length) numbers = new Float64Array(floats);
    },
    pack(from, stride, columns, scale, to) {
      for (let c = 0; c < columns; c++)
        for (let r = 0; r < rows; r++) numbers[to + c * rows + r] = scale * numbers[from + r * stride + c]!;
    },
    scores(q, k, s, dK, keys) {
      numbers.fill(0, s, s + Math.ceil(keys / 4) * 4 * rows);
      product(q, k, s, dK, keys, dK, 1);
    },
    softmax(s, keys, state) {
      for (let r = 0; r < rows; r++) {
        const [maxAt, sumAt, rescaleAt] = [state + r, state + rows + r, state + 2 * rows + r];
        let max = numbers[maxAt]!;
        for (let j = 0; j < keys; j++) if (numbers[s + j * rows + r]! > max) max = numbers[s + j * rows + r]!;
        const rescale = exp2(numbers[maxAt]! - max);
        let sum = rescale * numbers[sumAt]!;
        for (let j = 0; j < keys; j++) sum += numbers[s + j * rows + r] = exp2(numbers[s + j * rows + r]! - max);
        numbers[maxAt] = max;
        numbers[sumAt] = sum;
        numbers[rescaleAt] = rescale;
      }
    },
    mix(p, v, o, keys, columns, rescale) {
      for (let c = 0; c < columns; c++)
        for (let r = 0; r < rows; r++) numbers[o + c * rows + r]! *= numbers[rescale + r]!;
      product(p, v, o, keys, columns, 1, columns);
    },
    share(max, state, factor) {
      for (let r = 0; r < rows; r++) {
        const sum = numbers[state + rows + r]!;
        numbers[factor + r] = sum > 0 ? exp2(numbers[max + r]! - numbers[state + r]!) / sum : 0;
      }
    },
    unpack(from, factor, columns, to, stride) {
      for (let c = 0; c < columns; c++)
        for (let r = 0; r < rows; r++) numbers[to + r * stride + c] = numbers[from + c * rows + r]! * numbers[factor + r]!;
    },
  };
}
