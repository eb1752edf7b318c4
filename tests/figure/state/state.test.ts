import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../../components/figure/state/address.ts';
import { flag, integer, number, numbers, oneOf, optional, text } from '../../../components/figure/state/fields.ts';
import { defaultsOf, readState, writeState } from '../../../components/figure/state/state.ts';

const schema = {
  width: integer(64, { from: 1, to: 4096 }),
  scaled: flag(true),
  kind: oneOf('causal', ['none', 'causal', 'window']),
  arrow: numbers([1, -1], { from: -2, to: 2 }),
  cell: optional(integer(0, { from: 0, to: 9 })),
  said: text('', { longest: 20 }),
};
const defaults = defaultsOf(schema);
const arbitrary = fc.record({
  width: fc.integer({ min: 1, max: 4096 }),
  scaled: fc.boolean(),
  kind: fc.constantFrom('none' as const, 'causal' as const, 'window' as const),
  arrow: fc.tuple(
    fc.integer({ min: -8, max: 8 }).map((x) => x / 4),
    fc.integer({ min: -8, max: 8 }).map((x) => x / 4),
  ),
  cell: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
  said: fc.string({ unit: 'grapheme', maxLength: 6 }).filter((said) => said.length <= 20),
});

describe('the address of a figure', () => {
  it('says nothing of a figure in its default state', () => {
    expect(writeState('lab', schema, defaults, defaults)).toEqual(new Map());
    expect(writeAddress({ anchor: '', values: new Map() })).toBe('');
  });

  it('says only what is not as by default', () => {
    const values = writeState('lab', schema, defaults, { ...defaults, kind: 'window', arrow: [0.5, -1] });
    expect(writeAddress({ anchor: 'masks', values })).toBe('#masks&lab.kind=window&lab.arrow=0.5%2C-1');
  });

  it('brings back every state it was written from', () => {
    fc.assert(
      fc.property(arbitrary, (state) => {
        const hash = writeAddress({ anchor: 'here', values: writeState('lab', schema, defaults, state) });
        const address = readAddress(hash);
        expect(address.anchor).toBe('here');
        expect(readState('lab', schema, defaults, address.values)).toEqual({ state, faults: [] });
      }),
    );
  });

  it('is as by default where it cannot be read, and says where', () => {
    const { values } = readAddress(
      '#lab.width=0&lab.scaled=yes&lab.kind=toString&lab.arrow=1&lab.cell=1e3&lab.constructor=1&lab.__proto__=1&other.width=9',
    );
    const { state, faults } = readState('lab', schema, defaults, values);
    expect(state).toEqual(defaults);
    expect(faults).toEqual([
      'width=0',
      'scaled=yes',
      'kind=toString',
      'arrow=1',
      'cell=1e3',
      'constructor=1',
      '__proto__=1',
    ]);
  });

  it('never fails, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (hash) => void readState('lab', schema, defaults, readAddress(hash).values),
      ),
    );
    expect(readAddress('#%').anchor).toBe('%');
    expect(readAddress('#%E0%A4%A&lab.width=%E0').values.get('lab.width')).toBeTypeOf('string');
  });

  it('leaves an anchor alone', () => {
    expect(readAddress('#what-it-costs')).toEqual({ anchor: 'what-it-costs', values: new Map() });
    expect(readAddress('')).toEqual({ anchor: '', values: new Map() });
  });

  it('reads no number that is not written plainly', () => {
    const field = number(1, { from: -5, to: 5 });
    expect(['1', '-2.5', '0.25'].map(field.read)).toEqual([1, -2.5, 0.25]);
    expect(['', ' 1', '1e0', '0x1', 'NaN', 'Infinity', '6', '+1', '1.'].map(field.read)).toEqual(
      Array(9).fill(undefined),
    );
  });

  it('writes no number that it would not read', () => {
    const field = number(1, { from: -5, to: 5 });
    expect([0.000001, 1e-7, -1.25e-9, 1e-30].map(field.write)).toEqual([
      '0.000001',
      '0.0000001',
      '-0.00000000125',
      '0',
    ]);
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (value) => {
        expect(field.read(field.write(value))).toBeCloseTo(value, 15);
      }),
    );
  });

  it('writes no dust of binary fractions, and reads back the number that was meant', () => {
    const stepped = number(1, { from: -5, to: 5, step: 0.05 });
    expect([1.5499999999999998, 0.1 + 0.2, -0.15000000000000002, 1.5, 0.333].map(stepped.write)).toEqual([
      '1.55',
      '0.3',
      '-0.15',
      '1.5',
      '0.333',
    ]);
    expect(numbers([0, 0], { from: -2, to: 2, step: 0.01 }).write([0.1 + 0.2, -0.30000000000000004])).toBe('0.3,-0.3');
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 100 }), (steps) => {
        const said = stepped.write(steps * 0.05);
        expect(said).toMatch(/^-?\d(\.\d{1,2})?$/);
        expect(stepped.write(stepped.read(said)!)).toBe(said);
      }),
    );
  });

  it('takes a figure’s own defaults for what it leaves out', () => {
    const own = defaultsOf(schema, { width: 3 });
    expect(readState('lab', schema, own, new Map()).state.width).toBe(3);
    expect(writeState('lab', schema, own, { ...own, width: 64 })).toEqual(new Map([['lab.width', '64']]));
  });
});
