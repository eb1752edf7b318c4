import type { Machine } from './attention-cases.ts';
import { measurePeak } from './peak.ts';
import { measureProfile } from './profile.ts';

export const machine: Machine = { peak: measurePeak, profile: measureProfile };
