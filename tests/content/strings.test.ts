import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { strings, type Strings } from '../../content/strings/en.ts';

it('has a type that another language meets whole', () => {
  // @ts-expect-error A language in which a word is missing does not compile.
  const half: Strings = { ...strings, home: { readOn: strings.home.readOn } };
  expect(Object.keys(half)).toEqual(Object.keys(strings));
});

it.each(globSync(['content/strings/*.ts', 'tests/integrations/lessons/strings/*.ts']))(
  '%s has a place for all that scripts put into their sentences',
  async (path) => {
    const { strings: told } = (await import(/* @vite-ignore */ resolve(path))) as { readonly strings: Strings };
    const partsOf = ({ said }: Strings) =>
      Object.entries(said).map(([name, sentence]) => [name, sentence.match(/\{\w+\}/g)?.toSorted()]);
    expect(partsOf(told)).toEqual(partsOf(strings));
  },
);
