/** Files of the tree that a build leaves alone. */
export const KEPT = ['release'];
