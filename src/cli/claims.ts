/** `npm run claims`: recomputes every claim of the notebook, a line each, and fails if one does not hold. */
import { fileURLToPath } from 'node:url';
import { measureClaims, reportOf } from '../claims/measure.ts';
import { trainedCards } from '../models.ts';
import { loadEncoder, originalEncoder, packedModel } from '../encoder/packed-model.ts';

const model = await loadEncoder(packedModel(fileURLToPath(new URL('../../.cache/encoder', import.meta.url))));
const measured = measureClaims({ ...model, original: originalEncoder, ...trainedCards() });
for (const line of reportOf(measured)) console.log(line);
process.exitCode = measured.every(({ agrees }) => agrees) ? 0 : 1;
