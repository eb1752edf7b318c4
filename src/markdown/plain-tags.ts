import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { componentsIn } from './mdx.ts';
import { refuse } from './refuse.ts';

const instead: Readonly<Record<string, string>> = {
  script: 'A chapter holds no script: what acts is a component.',
  style: 'A chapter holds no styles: they stand in src/styles/, or beside the component.',
  iframe: 'Nothing is shown from elsewhere: link it.',
  object: 'Nothing is shown from elsewhere: link it.',
  embed: 'Nothing is shown from elsewhere: link it.',
  img: 'Write an image as ![what it shows](./file.png), with the file beside the chapter.',
};

/** Stops the build on tags and attributes of HTML that are no prose. */
export function remarkPlainTags() {
  return (tree: Root, file: VFile): void => {
    for (const node of componentsIn(tree)) {
      if (!node.name || !/^[a-z]/.test(node.name)) continue;
      const reason = instead[node.name];
      if (reason !== undefined) refuse(file, node, `<${node.name}> stands in the text. ${reason}`);
      for (const attribute of node.attributes)
        if (attribute.type === 'mdxJsxAttribute' && /^(style|on[a-z]+)$/i.test(attribute.name))
          refuse(
            file,
            node,
            `<${node.name}> has ${attribute.name}=…: how it looks and acts is for a component to say.`,
          );
    }
  };
}
