import type { CitableMargin } from './list-citable-margins.server.ts';

/** Margins of panels that a plan or an audit can take over: a share of nobody or of all is none. */
export const usableMargins = (margins: readonly CitableMargin[]) =>
  margins.filter(({ median }) => median > 0 && median < 100);
