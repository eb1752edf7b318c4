export { cellState as state } from '../../sentence/cell-state.ts';
