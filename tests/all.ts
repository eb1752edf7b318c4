/** All that has to pass, for `npm test`. Lint needs nothing that the others make, so it runs beside them. */
import { spawn } from 'node:child_process';

/** Runs a command whose words go where ours do. */
function passes(command: string): Promise<boolean> {
  return new Promise((resolve) =>
    spawn(command, { shell: true, stdio: 'inherit' }).on('close', (code) => resolve(code === 0)),
  );
}

const lint = passes('npm run lint');
const rest = async (): Promise<string | undefined> => {
  if (!(await passes('npm run check'))) return 'npm run check';
  if (!(await passes('vitest run'))) return 'vitest run';
  return undefined;
};
const failed = [await rest(), (await lint) ? undefined : 'npm run lint'].filter((name) => name !== undefined);
if (failed.length > 0) {
  // Said last: what a part said of itself may stand far above.
  console.error(`Failed: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
