import type { Root } from 'mdast';
import { nameParts } from './mdx.ts';

/** Says for the steps behind it which component each tag stands for: a text may import another under the name of one of ours. */
export const remarkParts = () => (tree: Root) => void nameParts(tree);
