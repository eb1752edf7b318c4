import type { ShikiTransformer } from 'shiki';

/** By default a line that takes half a second is left without its colours: on a busy machine, a build would differ. */
export function untimedCode(): ShikiTransformer {
  return {
    name: 'untimed-code',
    preprocess(_, options) {
      options.tokenizeTimeLimit = 0;
    },
  };
}
