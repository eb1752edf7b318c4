import type { Machine } from './attention-cases.ts';
import { measureExpShare } from './exp-share.ts';
import { measurePeak } from './peak.ts';

export const machine: Machine = { peak: measurePeak, expShare: measureExpShare };
