/** Said in the figure, on its own page and in the gallery. */
export const title = 'What each layer costs, exactly, beside the paper’s orders';
