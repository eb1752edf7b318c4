/** What every model that is trained here has on its card: how it was made, and which file its weights are. */
export interface TrainedCard {
  /** Of the weights it began with, and of what it learnt from. */
  readonly seed: number;
  /** Batches that it learnt from. */
  readonly steps: number;
  /** Examples in a batch. */
  readonly batch: number;
  /** The length of Adam's steps. */
  readonly rate: number;
  /** Of the file of its weights. */
  readonly bytes: number;
  readonly sha256: string;
}
