import { relative } from 'node:path';
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { Fault } from '../../components/fault.ts';

/** Where something stands: `content/lessons/bread/plain.mdx:12:1`. */
export function placeOf(file: VFile, { position }: Node): string {
  const parts = [relative(process.cwd(), file.path), position?.start.line, position?.start.column];
  return parts.filter((part) => part !== undefined).join(':');
}

/** Stops the build with a sentence that begins with the file and line at fault. */
export function refuse(file: VFile, node: Node, reason: string): never {
  throw new Fault(`${placeOf(file, node)}: ${reason}`);
}
