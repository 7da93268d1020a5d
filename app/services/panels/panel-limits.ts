/** Fewer than three could name each other. */
export const lowestGroup = 3;
export const largestGroup = 100;
export const defaultGroup = 5;
