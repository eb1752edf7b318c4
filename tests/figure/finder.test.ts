import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Finder } from '../../components/figure/finder.ts';
import { strings } from '../../content/strings/en.ts';

// A page brings along what its scripts say.
beforeAll(() => {
  const { document } = parseHTML('<meta name="strings">');
  document.querySelector('meta')!.setAttribute('content', JSON.stringify(strings.said));
  vi.stubGlobal('document', document);
});
afterAll(() => vi.unstubAllGlobals());

/** A worker that answers when it is told to. */
class Held extends EventTarget {
  readonly asked: unknown[] = [];
  postMessage(state: unknown): void {
    this.asked.push(state);
  }
  answer(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  terminate(): void {}
}
const finderWith = (workers: Held[]) =>
  new Finder({ on: ['seed'], read: ({ seed }) => seed, worker: () => workers.shift() as unknown as Worker });

describe('what a figure finds out', () => {
  it('is found once for what it depends on', () => {
    let found = 0;
    const finder = new Finder({ on: ['seed'], read: ({ seed }) => [seed, ++found] });
    expect(finder.read({ seed: 7, at: 1 })).toEqual([7, 1]);
    expect(finder.read({ seed: 7, at: 2 })).toBe(finder.read({ seed: 7, at: 3 }));
    expect(finder.read({ seed: 8, at: 3 })).toEqual([8, 2]);
  });

  it('is asked of the worker one at a time, and of those that wait only the last', async () => {
    const worker = new Held();
    const finder = finderWith([worker]);
    const [first, second, third] = [1, 2, 3].map((seed) => finder.read({ seed }) as Promise<unknown>);
    expect(worker.asked).toEqual([{ seed: 1 }]);
    worker.answer({ reading: 'one' });
    expect(await first).toBe('one');
    expect(await second).toBeUndefined();
    expect(worker.asked).toEqual([{ seed: 1 }, { seed: 3 }]);
    worker.answer({ reading: 'three' });
    expect(await third).toBe('three');
    expect(finder.read({ seed: 3 })).toBe('three');
  });

  it('is asked of the worker once while its answer is on the way', async () => {
    const worker = new Held();
    const finder = finderWith([worker]);
    const both = [1, 2].map((at) => finder.read({ seed: 1, at }) as Promise<unknown>);
    worker.answer({ reading: 'one' });
    expect(await Promise.all(both)).toEqual(['one', 'one']);
    expect(worker.asked).toHaveLength(1);
  });

  it('fails with the worker’s sentence, and a worker that died is started again', async () => {
    const [dying, garbled, next] = [new Held(), new Held(), new Held()];
    const finder = finderWith([dying, garbled, next]);
    const first = finder.read({ seed: 1 }) as Promise<unknown>;
    dying.answer({ failed: 'There is no seed 1.' });
    await expect(first).rejects.toThrow('There is no seed 1.');
    const second = finder.read({ seed: 1 }) as Promise<unknown>;
    dying.dispatchEvent(new Event('error'));
    await expect(second).rejects.toThrow('could not be started');
    const unread = finder.read({ seed: 1 }) as Promise<unknown>;
    garbled.dispatchEvent(new Event('messageerror'));
    await expect(unread).rejects.toThrow('has stopped');
    const third = finder.read({ seed: 1 }) as Promise<unknown>;
    next.answer({ reading: 'found' });
    expect(await third).toBe('found');
  });
});
