/** The bench in the browser. The page has loaded the peers' own scripts before, where they are installed. */
import { benchAttention, type AttentionBench, type AttentionCase } from './attention-cases.ts';
import { machine } from './machine.ts';
import { ours } from './ours.ts';
import { onnxRuntimeWeb, tfjsWasm, type OnnxRuntime, type TensorFlow, type TensorFlowWasm } from './peers.ts';

interface Page {
  readonly ort?: OnnxRuntime;
  readonly tf?: TensorFlow & { readonly wasm: TensorFlowWasm };
  attentionBench: (cases: readonly AttentionCase[], tfjsFolder: string) => Promise<AttentionBench>;
}
const page = globalThis as unknown as Page;

page.attentionBench = async (cases, tfjsFolder) => {
  // Only then is the clock fine enough for the shortest works.
  if (!crossOriginIsolated) throw new Error('The page is not isolated from other origins.');
  const { ort, tf } = page;
  const offers = [
    ours,
    ...(ort ? [onnxRuntimeWeb(ort)] : []),
    ...(tf ? [await tfjsWasm(tf, tf.wasm, tfjsFolder)] : []),
  ];
  return benchAttention(cases, offers, machine);
};
