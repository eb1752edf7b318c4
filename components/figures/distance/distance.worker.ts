import { serve } from '../../figure/serve.ts';
import { reachedBy } from './compute.ts';

serve(reachedBy);
