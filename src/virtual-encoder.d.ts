/** What a page needs to fetch the packed encoder; small, and safe in scripts of the page. */
declare module 'virtual:encoder' {
  interface PackedFile {
    /** Name below `<base>encoder/`; carries the start of the checksum. */
    readonly file: string;
    readonly bytes: number;
    /** Lower-case hexadecimal, for `openMaps` and `openVectors`. */
    readonly sha256: string;
  }
  export const parts: { readonly maps: PackedFile; readonly vectors: PackedFile };
  export const model: {
    readonly name: string;
    readonly license: string;
    /** Attribution, source and what was changed, as the licence asks. */
    readonly notice: string;
    /** Name of the licence's full text below `<base>encoder/`. */
    readonly licenseFile: string;
  };
}

/** The same int8 weights that the browser fetches, loaded from disk while the site is built. */
declare module 'virtual:encoder/build' {
  export const encoder: {
    readonly weights: import('../lib/encoder/index.ts').EncoderWeights;
    readonly vocabulary: import('../lib/encoder/index.ts').Vocabulary;
  };
  /** Every whole word of the vocabulary encoded by itself, `vectors` `(words, 512)`. Slow the first time, then kept. */
  export function loneWords(): {
    readonly words: readonly import('../lib/encoder/index.ts').WholeWord[];
    readonly vectors: import('../lib/tensor.ts').Tensor;
  };
}
