/** Where the picture stands that goes with a link to a page: `/social/attention/code.png` of `attention/code`. */
export const cardPath = (page: string): string => `/social/${page === '' ? 'index' : page}.png`;
