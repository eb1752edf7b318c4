import type Axe from 'axe-core';
import { source } from 'axe-core';
import type { Page } from 'playwright-core';

interface Look {
  /** The part of the page that is looked at: all, where none is named. */
  readonly within?: string;
  /** By name: all, where none is named. */
  readonly rules?: string[];
}

/** What axe finds against the rules of access in a page, a line each. No page here has a frame. */
export async function violations(page: Page, { within = 'html', rules }: Look = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(
    async ({ within, rules }) => {
      const { axe } = window as unknown as { axe: typeof Axe };
      const found = await axe.run(within, {
        resultTypes: ['violations'],
        // It would fetch each style sheet again, for a rule that is about turning a phone.
        preload: false,
        ...(rules ? { runOnly: rules } : {}),
      });
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
    },
    { within, rules },
  );
}
