import { readFileSync } from 'node:fs';
import type { Node } from 'unist';

/** Where something of a chapter stands in its file, whose text was read without its head. */
export function placeIn({ filePath = '', body = '' }: { filePath?: string; body?: string }): (node: Node) => string {
  return ({ position }) => {
    const source = readFileSync(filePath, 'utf8');
    const before = source.slice(0, source.indexOf(body)).split('\n').length - 1;
    return `${filePath}:${before + position!.start.line}:${position!.start.column}`;
  };
}
