import { parseArgs } from 'node:util';

export interface SiteFlags {
  /** The built site to measure; built first where none is named. */
  readonly dist: string | undefined;
  /** Another built site, measured in turns with the first. */
  readonly beside: string | undefined;
  /** Where the medians are written. */
  readonly json: string | undefined;
  /** The page of this address, or else the pages whose address holds it. */
  readonly only: string | undefined;
  readonly runs: number;
  /** How many times slower than this machine: 1 is a desk, 4 a phone. */
  readonly throttles: readonly (1 | 4)[];
}

/** @throws In a sentence, where they cannot be read. */
export function readSiteFlags(flags: readonly string[]): SiteFlags {
  const { values } = parseArgs({
    args: [...flags],
    options: {
      dist: { type: 'string' },
      beside: { type: 'string' },
      json: { type: 'string' },
      only: { type: 'string' },
      runs: { type: 'string', default: '3' },
      throttle: { type: 'string', default: '1,4' },
    },
  });
  const { dist, beside, json, only } = values;
  if (!/^[1-9]\d?$/.test(values.runs))
    throw new Error(`--runs takes a whole number from 1 to 99, not “${values.runs}”.`);
  const rates = values.throttle.split(',');
  if (!rates.every((rate) => rate === '1' || rate === '4'))
    throw new Error(`--throttle takes 1, 4 or 1,4, not “${values.throttle}”.`);
  const throttles = ([1, 4] as const).filter((rate) => rates.some((text) => Number(text) === rate));
  return { dist, beside, json, only, runs: Number(values.runs), throttles };
}

/** The pages that `--only` asks for; all without it. */
export function asked(pages: readonly string[], only = ''): string[] {
  const exact = pages.filter((page) => page === only);
  return exact.length > 0 ? exact : pages.filter((page) => page.includes(only));
}
