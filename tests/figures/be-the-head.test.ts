import { describe, expect, it } from 'vitest';
import {
  all,
  arrowOf,
  limit,
  names,
  pointInWords,
  positionOf,
  gameOf,
  readoutOf,
  sayGame,
  start,
  state,
  verdictOf,
  withArrow,
} from '../../components/figures/be-the-head/compute.ts';
import { plainText } from '../../components/figure/phrase.ts';
import { defaultsOf } from '../../components/figure/state/state.ts';
import { targets, type TargetId } from '../../lib/planar/targets.ts';

const ids = Object.keys(names) as TargetId[];
const text = (...position: Parameters<typeof positionOf>): string => plainText(readoutOf(positionOf(...position)));

describe('be the head', () => {
  it('begins near its target, and not there', () => {
    const { worst, met } = positionOf(start, 'itself');
    expect(met).toBe(false);
    expect(worst).toMatchObject({ query: 1, key: 1 });
    expect(worst.by).toBeLessThan(0.3);
  });

  it('begins one arrow away from it', () => {
    expect(positionOf(withArrow(start, { kind: 'query', word: 1 }, [-1.8, 1.9]), 'itself').met).toBe(true);
  });

  it('meets every target with the answer it shows, but for the one that cannot be met', () => {
    expect(ids.filter((id) => !positionOf(targets[id].best, id).met)).toEqual(['evenRest']);
  });

  it('needs a third direction there, which no arrows in the plane have', () => {
    const { directions } = positionOf(targets.evenRest.best, 'evenRest');
    expect(directions.needed![2]).toBeGreaterThan(1.6);
    expect(directions.yours[2]).toBeLessThan(1e-5);
  });

  it('keeps every answer within reach of the handles', () => {
    for (const id of ids)
      for (const each of all)
        for (const coordinate of arrowOf(targets[id].best, each))
          expect(Math.abs(coordinate)).toBeLessThanOrEqual(limit);
  });

  it('says where the map is furthest off, and what the plane allows', () => {
    expect(text(start, 'itself')).toMatch(/^Furthest off: query near gives key near 0\.7\d\d, wanted 1\.000\.$/);
    expect(text(targets.evenRest.best, 'evenRest')).toMatch(
      /wanted 0\.625\. No arrows in the plane come nearer than 0\.0625\.$/,
    );
    expect(text(targets.itself.best, 'itself')).toMatch(/^Met: no weight is further than 0\.0\d\d/);
    expect(verdictOf(positionOf(targets.itself.best, 'itself'))).toMatch(/^met: off by 0\.0\d\d, allowed 0\.05$/);
  });

  it('moves one arrow and leaves the others', () => {
    const moved = withArrow(start, { kind: 'key', word: 2 }, [0, 1]);
    expect(moved.keys[2]).toEqual([0, 1]);
    expect(moved.queries).toBe(start.queries);
    expect(moved.keys.filter((_, word) => word !== 2)).toEqual(start.keys.filter((_, word) => word !== 2));
  });

  it('says a place in words', () => {
    expect(pointInWords([-1.9, 0.45])).toBe('1.90 left, 0.45 up');
  });
});

describe('the address', () => {
  it('brings back the arrows, the target and the arrow in hand', () => {
    const chosen = { kind: 'key', word: 2 } as const;
    for (const target of ids) {
      const said = sayGame({ head: targets[target].best, target, chosen });
      const game = gameOf(said);
      expect(sayGame(game)).toEqual(said);
      expect(game).toMatchObject({ target, chosen });
      expect(readoutOf(positionOf(game.head, target))).toEqual(readoutOf(positionOf(targets[target].best, target)));
    }
  });

  it('has nothing to say of how the figure begins', () => {
    expect(sayGame({ head: start, target: 'itself', chosen: { kind: 'query', word: 1 } })).toEqual(defaultsOf(state));
  });
});
