import { serve } from '../../figure/serve.ts';
import { train } from './train.ts';

serve(train);
