import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import type { Offer } from './attention-cases.ts';
import { onnxRuntimeWeb, tfjsWasm, type OnnxRuntime, type TensorFlow, type TensorFlowWasm } from './peers.ts';

const names = { ort: 'onnxruntime-web', core: '@tensorflow/tfjs-core', wasm: '@tensorflow/tfjs-backend-wasm' };

/** The folder of the bench's own packages; nothing where a peer is not in it. */
export function peersFolder(): string | undefined {
  const require = createRequire(import.meta.url);
  const folder = join(import.meta.dirname, 'node_modules');
  try {
    return Object.values(names).every((name) => require.resolve(name).startsWith(folder + sep)) ? folder : undefined;
  } catch {
    return undefined;
  }
}

export async function peersInNode(folder: string): Promise<Offer[]> {
  // Named by variables, the packages need not be there for the types to be checked.
  const load = async <T>(name: string): Promise<T> => (await import(name)) as T;
  const ort = await load<OnnxRuntime>(names.ort);
  const core = await load<TensorFlow>(names.core);
  const wasm = await load<TensorFlowWasm>(names.wasm);
  return [onnxRuntimeWeb(ort), await tfjsWasm(core, wasm, join(folder, names.wasm, 'dist') + sep)];
}
