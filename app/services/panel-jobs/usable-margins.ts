import type { CitableMargin } from './list-citable-margins.server.ts';

/** Margins of panels that a plan or an audit can take over: a share of nobody or of all is none. */
export const usableMargins = (margins: readonly CitableMargin[]) =>
  margins.filter(({ median }) => median > 0 && median < 100);

/** The usable margin of a published result; null: there is none, or no longer. */
export const usableMargin = (margins: readonly CitableMargin[], reportId: string) =>
  usableMargins(margins).find(({ subject }) => subject.id === reportId) ?? null;
