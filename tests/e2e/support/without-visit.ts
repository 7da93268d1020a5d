/** Pages that only somebody who is answering reaches; the walk answers a survey for them. */
export const answeringRoutes = ['consent', '$page', 'review', 'done'].map(
  (step) => `routes/s.$code.${step}`,
);

/** Files and forms without a page, each with what it gives. */
export const withoutPage: Record<string, string> = {
  'routes/_workspace.models.$systemId.cards_.file': 'a system as a file for other registers',
  'routes/_workspace.models.import_.$importId': 'no model card is read on the walk',
  'routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring_.audits_.$auditId_.actions.$place':
    'the audit of the walk may have no action yet',
  'routes/_workspace.panels.$panelId.payments_.file': 'payments as a file',
  'routes/_workspace.panels.$panelId.themes_.$codingId.file': 'a codebook as a file',
  'routes/_workspace.panels.$panelId.themes_.$codingId.draft_.progress': 'progress of a draft',
  'routes/api.v1.monitoring.batches': 'machines send records',
  'routes/api.v1.monitoring.batches_.$batchId': 'machines ask what became of records',
  'routes/api.v1.monitoring.batches_.$batchId_.withdrawal': 'machines take back what machines sent',
  'routes/api.v1.hooks.mlflow': 'a registry of models sends messages',
  'routes/api.v1.monitoring.import.$format': 'machines send reports of other tools',
  'routes/api.$': 'machines that ask for what is not there',
  'routes/api.v1.openapi[.]json': 'the description of the interface',
  'routes/sign-out': 'a form ends the session',
  'routes/switch-organisation': 'a form changes the organisation',
  'routes/_workspace.studies.$studyId.results.run': 'progress of a computation',
  'routes/_workspace.studies.$studyId.results.chart': 'a chart as a file',
  'routes/_workspace.board.chart': 'a chart as a file',
  'routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring_.file':
    'a chart as a file',
  'routes/_workspace.studies.$studyId.results.analyses.$analysis_.file': 'an analysis as a file',
  'routes/_workspace.studies.$studyId.results.analyses.$analysis_.evidence':
    'a form keeps an analysis in the dossier',
  'routes/_workspace.studies.$studyId.results.analyses.$analysis_.reproduce':
    'an archive as a file',
  'routes/_workspace.panels.$panelId.report_.versions.$number_.file': 'a report as a file',
  'routes/_workspace.studies.$studyId.export_.file': 'rows as a file',
  'routes/_workspace.studies.$studyId.import_.$draftId_.rejected': 'rejected rows as a file',
  'routes/_workspace.instruments.$instrumentId.versions.$number.download': 'a version as a file',
};
