/** What a browser is given to train with: `trained` is the checksum after so many steps from a seed. */
import { fast } from '../../../lib/training/fast.ts';
import { trainedChecksum } from './checksum.ts';

export const trained = (steps: number, seed: number): number => trainedChecksum(fast(), steps, seed);
