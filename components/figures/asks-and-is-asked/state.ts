export { cellState as state } from '../../encoder/cell-state.ts';
