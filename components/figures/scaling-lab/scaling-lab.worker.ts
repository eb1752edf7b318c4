import { serve } from '../../figure/serve.ts';
import { drawnFrom } from './compute.ts';

serve(drawnFrom);
