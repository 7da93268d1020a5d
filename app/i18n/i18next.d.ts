import 'i18next';
import type analyses from './en/analyses.json';
import type board from './en/board.json';
import type clauses from './en/clauses.json';
import type common from './en/common.json';
import type evidence from './en/evidence.json';
import type gates from './en/gates.json';
import type fairness from './en/fairness.json';
import type errors from './en/errors.json';
import type instruments from './en/instruments.json';
import type jobs from './en/jobs.json';
import type mail from './en/mail.json';
import type metrics from './en/metrics.json';
import type models from './en/models.json';
import type intake from './en/intake.json';
import type monitoring from './en/monitoring.json';
import type oversight from './en/oversight.json';
import type panels from './en/panels.json';
import type panel from './en/panel.json';
import type moderation from './en/moderation.json';
import type recruitment from './en/recruitment.json';
import type outcomes from './en/outcomes.json';
import type permissions from './en/permissions.json';
import type register from './en/register.json';
import type respondent from './en/respondent.json';
import type results from './en/results.json';
import type settings from './en/settings.json';
import type signIn from './en/sign-in.json';
import type studies from './en/studies.json';
import type themes from './en/themes.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      analyses: typeof analyses;
      board: typeof board;
      clauses: typeof clauses;
      common: typeof common;
      errors: typeof errors;
      evidence: typeof evidence;
      gates: typeof gates;
      instruments: typeof instruments;
      mail: typeof mail;
      models: typeof models;
      intake: typeof intake;
      metrics: typeof metrics;
      fairness: typeof fairness;
      monitoring: typeof monitoring;
      oversight: typeof oversight;
      panels: typeof panels;
      panel: typeof panel;
      moderation: typeof moderation;
      recruitment: typeof recruitment;
      jobs: typeof jobs;
      outcomes: typeof outcomes;
      permissions: typeof permissions;
      register: typeof register;
      respondent: typeof respondent;
      results: typeof results;
      settings: typeof settings;
      'sign-in': typeof signIn;
      studies: typeof studies;
      themes: typeof themes;
    };
  }
}
