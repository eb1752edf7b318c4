import type { Page } from 'playwright-core';
import definition from '../../../../components/figures/stepper/figure.ts';
import type { Visit } from '../../site.ts';
import { openFigure, touch } from '../page-with.ts';

export const figure = 'live-stepper';

export async function open(visit: Visit = {}): Promise<Page> {
  const page = await openFigure(figure, visit);
  if (visit.javaScript !== false) await touch(page, figure);
  return page;
}

export const readout = (page: Page): Promise<string | null> => page.textContent(`${figure} .how`);
export const button = (page: Page, label: string) => page.locator(`${figure} td button[aria-label^="${label}"]`);
export const field = (page: Page, label: string) => page.locator(`${figure} input[aria-label^="${label}"]`);
export const challenge = (page: Page, id: string): Promise<string | null> =>
  page.textContent(`[data-challenge=${id}] .state`);
export const asks = 'query table W_Q, row trait, column thing';
export const stop = (page: Page): Promise<string | null> => page.textContent(`${figure} .stop`);
export const next = (page: Page, steps: number): Promise<void> =>
  page.evaluate(
    ([tag, count]) => {
      for (let step = 0; step < count; step++) document.querySelector<HTMLElement>(`${tag} [name=next]`)!.click();
    },
    [figure, steps] as const,
  );
export const told = (page: Page): Promise<string[]> => page.locator(`${figure} [data-step]:visible`).allTextContents();
export const paceOf = definition.controls.find((control) => control.kind === 'walk')!.pace;
