import type { AnalysisId } from './analysis-ids.ts';
import { confirmatory } from './confirmatory/confirmatory.ts';
import { dimensions } from './dimensions/dimensions.ts';
import { factors } from './factors/factors.ts';
import { invariance } from './invariance.ts';
import { itemFunctioning } from './item-functioning.ts';
import { itemResponse } from './item-response/item-response.ts';
import { knownGroups } from './known-groups.ts';
import { mixedModel } from './mixed-model.ts';
import { reliability } from './reliability.ts';
import type { AnyStudyAnalysis } from './study-analysis.ts';

/** How each analysis reads the address, which families it runs and what it says of their reports; change is of pairs and has its own. */
export const studyAnalyses: Record<Exclude<AnalysisId, 'change'>, AnyStudyAnalysis> = {
  reliability,
  dimensions,
  factors,
  confirmatory,
  invariance,
  'item-response': itemResponse,
  'item-functioning': itemFunctioning,
  'known-groups': knownGroups,
  'mixed-model': mixedModel,
};
