/**
 * FUTURE-AI (Lekadir and others 2025, BMJ 388:e081554): thirty recommendations under six principles
 * and a general group. The catalogue `register:recommendation` words each in our own way.
 */
export const recommendationGroups = {
  fairness: ['F1', 'F2', 'F3'],
  universality: ['U1', 'U2', 'U3', 'U4'],
  traceability: ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'],
  usability: ['Us1', 'Us2', 'Us3', 'Us4', 'Us5'],
  robustness: ['R1', 'R2', 'R3'],
  explainability: ['E1', 'E2'],
  general: ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7'],
} as const;

export type RecommendationGroup = keyof typeof recommendationGroups;
export type RecommendationCode = (typeof recommendationGroups)[RecommendationGroup][number];
export const recommendationCodes: readonly RecommendationCode[] =
  Object.values(recommendationGroups).flat();
