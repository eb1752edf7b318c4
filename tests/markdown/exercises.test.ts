import type { Code } from 'mdast';
import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { exercises, type Symptoms } from '../../lib/exercises/index.ts';
import { remarkExercises } from '../../src/markdown/exercises.ts';
import { componentsIn, parseMdx, valueOf, type Component } from '../../src/markdown/mdx.ts';

async function fill(text: string): Promise<Component> {
  const tree = parseMdx(text);
  await remarkExercises()(tree, new VFile({ path: `${process.cwd()}/content/lessons/attention/practice.mdx` }));
  return componentsIn(tree)[0]!;
}

describe('remarkExercises', () => {
  it('puts the code to start from and the solution into an exercise, each into its place', async () => {
    const { children } = await fill('<Exercise id="softmax" ask="Write it." />');
    const { starter, solution } = exercises['softmax']!;
    expect(children.map((part) => valueOf(part as Component, 'slot'))).toEqual(['starter', 'solution']);
    expect(children.map((part) => ((part as Component).children[0] as Code).value)).toEqual([starter, solution]);
  });

  it('runs a broken function, and hands on what it was found to do', async () => {
    const clinic = await fill('<Clinic id="padding-leaks" title="Patient 1" />');
    const { future, padding } = JSON.parse(String(valueOf(clinic, 'found'))) as Symptoms;
    expect(future).toBe(0);
    expect(padding).toBeGreaterThan(0.1);
  });

  it.each([
    [
      'an exercise that is not there',
      '\n\n<Exercise id="x" ask="a" />',
      /practice\.mdx:3:1: <Exercise> needs id="…", one of softmax, /,
    ],
    ['a computed name', '<Exercise id={x} ask="a" />', /needs id="…"/],
    ['an exercise that asks nothing', '<Exercise id="softmax" />', /<Exercise> needs ask="…", what is to be done\./],
    ['a patient that is not there', '<Clinic id="softmax" />', /<Clinic> needs id="…", one of wrong-axis, /],
  ])('stops on %s', async (_, text, reason) => {
    await expect(fill(text)).rejects.toThrow(reason);
  });
});
