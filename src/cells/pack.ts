import { runtimeName } from '../../components/cells/run/script.ts';
import { packScript } from '../pack.ts';

let packed: Promise<string> | undefined;

/** The library and the runner of cells as one classic script: the same for the build, the page and the tests. */
export const packRuntime = (): Promise<string> =>
  (packed ??= packScript('components/cells/run/worker/runtime.ts', runtimeName));
