import { attentionConnections, recurrentConnections } from '#lib/complexity/connections.ts';
import { shortestRoute } from '#lib/complexity/shortestRoute.ts';
import type { Routes } from '../../plots/routes.ts';

export interface Journey {
  readonly words: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Words that attention sees to either side; one less than all of them is every word. */
  readonly window: number;
}

/** The ways of a message from one word to another, found on what each layer connects. */
export function routesOf({ words, from, to, window }: Journey): Routes {
  const n = words.length;
  const backward = to < from;
  const attends = attentionConnections(n, window);
  return {
    words,
    pairs: words.flatMap((_, i) =>
      attends(i)
        .filter((j) => j > i)
        .map((j) => [i, j] as const),
    ),
    recurrence: shortestRoute(recurrentConnections(n, backward), from, to)!,
    attention: shortestRoute(attends, from, to)!,
    backward,
  };
}

const counted = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

export function windowOf({ words, window }: Journey): string {
  return window >= words.length - 1 ? 'every word' : `${counted(window, 'word')} to each side`;
}

/** Both ways, in words. */
export function sentenceOf(journey: Journey): string {
  const { words, from, to } = journey;
  const { recurrence, attention, backward } = routesOf(journey);
  const [first, last] = [`“${words[from]!}”`, `“${words[to]!}”`];
  if (from === to) return `${first} is where it starts and ends: no step is needed. Choose two different words.`;
  const [handed, hops] = [recurrence.length - 1, attention.length - 1];
  const n = words.length;
  const seeing = windowOf(journey) === 'every word' ? 'attention' : `attention that sees ${windowOf(journey)}`;
  const layers = hops === 1 ? '1 hop' : `${hops} hops, a layer each`;
  const recurring = backward
    ? `a recurrence that reads from the left never carries ${first} back to ${last}; a second one, from the right, hands it on ${counted(handed, 'time')}`
    : `a recurrence hands the message on ${counted(handed, 'time')}, each state waiting for the one before`;
  return (
    `From ${first} to ${last}: ${recurring}; ${seeing} takes ${layers}. ` +
    `In sequence, the whole sentence costs the recurrence ${counted(n, 'step')}, attention ${hops === 1 ? '1' : `${hops}, one for each layer`}.`
  );
}

export function captionOf(journey: Journey): string {
  return `Steps from “${journey.words[journey.from]!}” to each word; attention sees ${windowOf(journey)}.`;
}

/** Path lengths from the chosen word to every word: recurrence, attention. */
export function tableOf(journey: Journey): readonly (readonly [string, string])[] {
  return journey.words.map((_, to) => {
    const { recurrence, attention, backward } = routesOf({ ...journey, to });
    return [`${recurrence.length - 1}${backward ? ' (from the right)' : ''}`, String(attention.length - 1)];
  });
}
