import type { Fault } from '#lib/exercises/index.ts';
import type { Say } from '../../say.ts';

/** What the checker has against a reader's answer, in a sentence. */
export function sentenceOf(fault: Fault, say: Say): string {
  switch (fault.kind) {
    case 'threw':
      return say('threw', { error: fault.message });
    case 'otherType':
      return say('otherType', fault);
    case 'uneven':
    case 'notAllNumbers':
      return say(fault.kind, fault);
    case 'otherShape':
      return say('otherShape', fault);
    case 'isNaN':
    case 'otherNumber': {
      const { row, column } = fault;
      const place = row === undefined ? say('atPlace', { place: column }) : say('inRow', { row, column });
      return say(fault.kind, { place, got: fault.got, expected: fault.expected });
    }
    default:
      return say(fault.kind);
  }
}
