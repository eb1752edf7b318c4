/** Functions for a reader to write, with the cases that check them. */
import { attendNext } from './cached-attention.ts';
import { causalWeights } from './causal-mask.ts';
import { bugNames, patient } from './clinic.ts';
import type { Exercise } from './exercise.ts';
import { multiHead } from './multi-head.ts';
import { onlineSoftmax } from './online-softmax.ts';
import { stableSoftmax } from './softmax.ts';

export type { Case, Exercise, Shaped } from './exercise.ts';
export { bugNames, type Bug } from './clinic.ts';
export { examination, featureCounts, healthy, inUse, seed, symptomsOf, type Symptoms } from './symptoms.ts';
export { judge, type Fault, type Report, type Verdict } from './judge.ts';

/** By the name that a chapter calls them. */
export const exercises: Readonly<Record<string, Exercise>> = {
  softmax: stableSoftmax,
  'causal-mask': causalWeights,
  cache: attendNext,
  'multi-head': multiHead,
  'online-softmax': onlineSoftmax,
  ...Object.fromEntries(bugNames.map((bug) => [`mend-${bug}`, patient(bug)])),
};
