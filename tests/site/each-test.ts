import { afterEach } from 'vitest';
import { leave } from './site.ts';

// Here and not in `site.ts`: files share what they import, and this is run for each.
afterEach(leave);
