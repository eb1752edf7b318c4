import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { frameHash, frameScript } from '../../components/cells/run/frame.ts';

it('the frame’s policy names the script that it has', () => {
  expect(frameHash).toBe(`sha256-${createHash('sha256').update(frameScript).digest('base64')}`);
});
