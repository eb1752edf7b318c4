import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe.each(['plain-english', 'code', 'academic'])('%s', (register) => {
  const [, ...sections] = readFileSync(`content/lessons/attention/${register}.mdx`, 'utf8').split(/^## /m);
  it.each(sections.map((section) => [section.split('\n')[0]!, section]))('lets the reader predict something in “%s”', (_title, section) => {
    expect(section).toContain('<Predict ');
  });
});
