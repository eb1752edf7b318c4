/** What the pages of tests ask for, and when they ask for nothing any more. */
import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';

interface Traffic {
  readonly asked: Set<string>;
  readonly underway: Set<Request>;
  /** When the last of it began or came. */
  last: number;
}

const traffic = new WeakMap<Page, Traffic>();

/** From here on: what was heard of an earlier visit is forgotten. */
export function listen(page: Page): void {
  const own: Traffic = { asked: new Set(), underway: new Set(), last: performance.now() };
  traffic.set(page, own);
  const end = (request: Request): void => {
    if (own.underway.delete(request)) own.last = performance.now();
  };
  page.on('request', (request) => {
    if (!request.url().startsWith('http')) return;
    own.asked.add(request.url());
    own.underway.add(request);
    own.last = performance.now();
  });
  page.on('requestfinished', end);
  page.on('requestfailed', end);
}

/** Every address that a page has fetched from, its own among them. */
export const askedBy = (page: Page): string[] => [...traffic.get(page)!.asked];

/** Resolves when all that a page asked for has come, or failed, and half a second later nothing else was asked for. */
export async function quiet(page: Page): Promise<void> {
  const own = traffic.get(page)!;
  const left = (): string[] => [
    ...[...own.underway].map((request) => request.url()),
    ...(performance.now() - own.last < 500 ? ['what came a moment ago'] : []),
  ];
  await expect.poll(left, { message: 'what is still on its way' }).toEqual([]);
}
