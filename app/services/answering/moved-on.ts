export const answeringSteps = ['start', 'consent', 'review', 'done'] as const;
export type AnsweringStep = (typeof answeringSteps)[number];

/** The ballot stands at another step than the page that was asked for; the person is led there. */
export class MovedOn extends Error {
  override name = 'MovedOn';
  constructor(readonly step: AnsweringStep) {
    super(step);
  }
}
