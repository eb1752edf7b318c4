import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { attentionCases, benchAttention, type AttentionBench } from './attention-cases.ts';
import { attentionInChromium } from './chromium.ts';
import { goalLines, goalResults } from './goals.ts';
import { machine } from './machine.ts';
import { ours } from './ours.ts';
import { peersFolder, peersInNode } from './peers-node.ts';

/** What the flags ask for; nothing, once it has been said, when they cannot be read. */
function read(flags: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...flags],
      options: { only: { type: 'string' }, json: { type: 'string' }, chromium: { type: 'boolean', default: false } },
    });
    return { values, cases: attentionCases(values.only) };
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 2;
    return undefined;
  }
}

/**
 * Times attention by the kernel and by what else there is, on one thread each.
 *
 * @param flags `--only 512,8x512` some sizes, `--json FILE` writes the medians, `--chromium` in
 *   headless Chromium instead of in Node.
 */
export async function attentionBench(flags: readonly string[]): Promise<void> {
  const asked = read(flags);
  if (!asked) return;
  const { values, cases } = asked;
  const folder = peersFolder();
  if (!folder)
    console.log(
      'The peers are not installed: `npm ci --prefix tests/bench` brings them. What follows is of our own implementations only.',
    );

  let runtime = `Node ${process.versions.node}`;
  let measured: AttentionBench;
  if (values.chromium) ({ runtime, measured } = await attentionInChromium(cases, folder));
  else measured = await benchAttention(cases, [ours, ...(folder ? await peersInNode(folder) : [])], machine);
  const processor = cpus()[0]?.model.trim() ?? 'an unknown processor';

  console.log(`\nattention on ${processor}, ${runtime}; measured peak ${measured.peakGflops.toFixed(1)} GFLOP/s`);
  if (measured.profile) {
    const { scores, softmax, exp, accumulate } = measured.profile;
    const shown = (share: number): string => `${(100 * share).toFixed(1)} %`;
    console.log(
      `of the kernel’s time, scores take ${shown(scores)}, softmax ${shown(softmax)} (exp alone ${shown(exp)}), accumulate ${shown(accumulate)}, all else ${shown(1 - scores - softmax - accumulate)}`,
    );
  }
  for (const line of goalLines(goalResults(measured))) console.log(line);
  const { peakGflops, cases: written } = measured;
  if (values.json)
    writeFileSync(values.json, `${JSON.stringify({ processor, runtime, peakGflops, cases: written }, undefined, 2)}\n`);
}
