import { runtimeName } from '../../components/cells/run/script.ts';
import { keepLater } from '../kept/keep.ts';
import { packScript } from '../pack.ts';

/** The library and the runner of cells as one classic script: the same for the build, the page and the tests. */
export const packRuntime = keepLater('runtime', () =>
  packScript('components/cells/run/worker/runtime.ts', runtimeName),
);
