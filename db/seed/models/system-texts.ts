import type { DemoSystem } from './demo-system.ts';

const device = {
  jurisdiction: 'EU',
  route: 'device',
  aiActRole: 'deployer',
  aiActTier: 'high-risk',
};
const done = { dpia: 'done', dcb0160: 'done', equality: 'planned' };

/** Six systems of different kinds. Nothing of it is real. */
export const demoSystems: readonly DemoSystem[] = [
  {
    slug: 'ed-triage',
    category: 'triage',
    stage: 'live',
    name: {
      en: 'Emergency triage helper (demo)',
      ru: 'Помощник сортировки (демо)',
      ar: 'مساعد الفرز (تجريبي)',
    },
    summary: {
      en: 'Suggests how urgent a case is, from what a nurse asks at arrival. The nurse decides.',
      ru: 'Подсказывает срочность по ответам при поступлении. Решает медсестра.',
      ar: 'يقترح درجة الاستعجال مما تسأل عنه الممرضة عند الوصول. والقرار للممرضة.',
    },
    versions: ['1.8', '2.3.1', 7],
    places: [
      { site: 0, unit: 'Emergency department', stage: 'live', months: 26 },
      {
        ...{ site: 1, unit: 'Walk-in clinic', stage: 'pilot', months: 9 },
        conditions: [
          {
            text: 'Show each nurse how to override a suggestion, and why one should (demo).',
            ...{ owner: 'Oleg Owner', dueInDays: -150, isBeforeNext: false },
            met: { daysAgo: 160, evidence: 'Attendance list of two sessions (synthetic)' },
          },
          {
            text: 'Compare people with and without an interpreter on cases of this clinic (demo).',
            owner: 'Dr Clara Lead (invented)',
            ...{ dueInDays: -12, isBeforeNext: true },
          },
        ],
      },
    ],
    sections: {
      use: {
        statement: 'Sorting of adults who arrive without an appointment.',
        outOfScope: 'Children under 16.',
        volumePerYear: 41_000,
      },
      autonomy: {
        humanLevel: 'recommends',
        mayOverride: 'yes',
        reviewRule: 'A nurse sees every suggestion.',
      },
      fallback: {
        fallbackMode: 'manual',
        lastDrill: 'days:95',
        maximumDowntimeHours: 0.75,
        instructions: 'Paper form at the desk.',
      },
      supplier: {
        supplier: 'Meridian Triage (invented)',
        annualCost: 84_000,
        currency: 'KZT',
        fundedUntil: 'days:-400',
        contractUntil: 'days:-700',
      },
      sovereignty: {
        trainingCountries: ['DE', 'FI'],
        inferenceCountries: ['KZ'],
        logCountries: ['KZ'],
        supportCountries: ['FI'],
      },
      safety: {
        riskLevel: 'moderate',
        ...done,
        knownBiases: 'Fewer cases with an interpreter in training.',
      },
      regulatory: { ...device, deviceClass: 'IIa', certificateExpires: 'days:-500' },
      explainability: {
        explanation: ['rules', 'rationale'],
        userTested: 'yes',
        audience: ['Nurses'],
      },
    },
    datasets: [],
    followed: {
      met: ['F1', 'U1', 'T2', 'Us1', 'Us3', 'E2'],
      partly: ['F2', 'U4', 'T5'],
      'not-met': ['G7'],
    },
  },
  {
    slug: 'ward-scribe',
    category: 'scribe',
    stage: 'pilot',
    name: {
      en: 'Ambient scribe (demo)',
      ru: 'Фоновая запись приёма (демо)',
      ar: 'مدوّن مصاحب (تجريبي)',
    },
    summary: {
      en: 'Listens, with consent, and drafts the note. A clinician corrects and signs it.',
    },
    versions: ['2025.2', '2026.1', 4],
    places: [{ site: 2, unit: 'Outpatients', stage: 'pilot', months: 26 }],
    sections: {
      use: {
        statement: 'Draft notes of outpatient visits.',
        outOfScope: 'Mental health, safeguarding.',
      },
      autonomy: { humanLevel: 'acts-with-confirmation', mayOverride: 'yes' },
      fallback: { fallbackMode: 'manual', lastDrill: 'days:410' },
      supplier: {
        supplier: 'Quiet Pen (invented)',
        fundedUntil: 'days:-60',
        annualCost: 120_000,
        currency: 'EUR',
      },
      sovereignty: {
        inferenceCountries: ['DE'],
        logCountries: ['DE'],
        supportCountries: ['US'],
        transferBasis: 'Standard contractual clauses',
      },
      safety: { riskLevel: 'low', dpia: 'done' },
    },
    datasets: [],
    followed: { met: ['Us2', 'G2'], partly: ['T5', 'Us4'], 'not-met': ['F3'] },
  },
  {
    slug: 'note-reader',
    category: 'note-extraction',
    stage: 'live',
    name: {
      en: 'Reader of discharge notes (demo)',
      ru: 'Чтение выписок (демо)',
      ar: 'قارئ ملاحظات الخروج (تجريبي)',
    },
    summary: {
      en: 'Finds diagnoses and medicines in notes and shows the place where each stands.',
    },
    versions: ['0.9', '1.1', 12],
    places: [{ site: 0, unit: 'Clinical coding', stage: 'live', months: 26 }],
    sections: {
      use: { statement: 'Proposals for coding, never for treatment.' },
      autonomy: { humanLevel: 'informs', mayOverride: 'yes' },
      fallback: { fallbackMode: 'previous-tool', lastDrill: 'days:30' },
      supplier: { supplier: 'Made in house', fundedUntil: 'days:-300' },
      safety: { riskLevel: 'low', dpia: 'done' },
      regulatory: { route: 'not-a-device' },
      explainability: { explanation: ['source-span'], userTested: 'planned' },
    },
    datasets: [
      ['MIMIC-CXR Reports', 'train'],
      ['RadNLI', 'external-test'],
      ['Discharge notes of Riverside (demo)', 'local-validation'],
    ],
    followed: { met: ['R1', 'T2'], partly: ['R3'], 'not-met': [] },
  },
  {
    slug: 'chest-reader',
    category: 'imaging',
    stage: 'live',
    name: {
      en: 'Chest X-ray reader (demo)',
      ru: 'Чтение снимков грудной клетки (демо)',
      ar: 'قارئ صور الصدر (تجريبي)',
    },
    summary: {
      en: 'Marks where a chest X-ray may show disease, so that urgent ones are read first.',
    },
    versions: ['3.0', '3.4', 6],
    places: [
      { site: 0, unit: 'Radiology', stage: 'live', months: 26 },
      { site: 2, unit: 'Radiology', stage: 'restricted', months: 11 },
    ],
    sections: {
      use: { statement: 'Order of reading; no diagnosis.', population: 'Adults' },
      autonomy: {
        humanLevel: 'acts-with-veto',
        mayOverride: 'yes',
        reviewRule: 'A radiologist reads every image.',
      },
      fallback: { fallbackMode: 'manual', lastDrill: 'days:200' },
      supplier: {
        supplier: 'Lungview (invented)',
        fundedUntil: 'days:20',
        annualCost: 66_000,
        currency: 'EUR',
      },
      sovereignty: {
        trainingCountries: ['US', 'ES', 'VN'],
        inferenceCountries: ['KZ'],
        logCountries: ['KZ'],
      },
      safety: { riskLevel: 'moderate', ...done },
      regulatory: {
        ...{ ...device, deviceClass: 'IIb', certificateExpires: 'days:15' },
        udi: '(01)51022222233335',
      },
      explainability: { explanation: ['saliency'], userTested: 'no', audience: ['Radiologists'] },
    },
    datasets: [
      ['CheXpert', 'train'],
      ['PadChest', 'train'],
      ['VinDr-CXR', 'external-test'],
    ],
    followed: { met: ['U3', 'R2', 'G5'], partly: ['F2', 'E1'], 'not-met': ['E2'] },
  },
  {
    slug: 'wound-watch',
    category: 'multimodal',
    stage: 'silent',
    name: {
      en: 'Wound watch (demo)',
      ru: 'Наблюдение за ранами (демо)',
      ar: 'مراقبة الجروح (تجريبي)',
    },
    summary: {
      en: 'Compares photographs, temperature and notes of a wound, and abstains when one is missing.',
    },
    versions: ['0.4', '0.5', 2],
    places: [
      {
        ...{ site: 1, unit: 'Community nursing', stage: 'silent', months: 26 },
        asked: {
          stage: 'pilot',
          reason:
            'Nobody looks after clinical safety yet, and few photographs are of dark skin (demo).',
          ...{ daysAgo: 75, reviewInDays: 45 },
        },
      },
    ],
    sections: {
      use: {
        statement: 'Runs beside the nurses’ own judgement; nobody acts on it.',
        inputs: ['Photograph', 'Temperature', 'Notes'],
      },
      autonomy: { humanLevel: 'informs' },
      data: { missingData: 'Abstains when a photograph or the notes are missing.' },
      safety: { dpia: 'under-way' },
    },
    datasets: [],
    followed: { met: [], partly: ['F1'], 'not-met': [] },
  },
  {
    slug: 'ward-deterioration',
    category: 'prognosis',
    stage: 'live',
    name: {
      en: 'Deterioration score (demo)',
      ru: 'Шкала ухудшения (демо)',
      ar: 'مقياس تدهور الحالة (تجريبي)',
    },
    summary: {
      en: 'Estimates the chance that somebody on a ward needs intensive care within a day.',
    },
    versions: ['5.1', '6.0', 10],
    places: [
      { site: 0, unit: 'Ward 5', stage: 'live', months: 26 },
      { site: 2, unit: 'Ward 2', stage: 'suspended', months: 16 },
    ],
    sections: {
      use: {
        statement: 'A call to the outreach team above the threshold.',
        population: 'Adults on general wards',
      },
      autonomy: { humanLevel: 'recommends', mayOverride: 'yes' },
      fallback: {
        fallbackMode: 'previous-tool',
        lastDrill: 'days:120',
        instructions: 'The early warning chart on paper.',
      },
      supplier: {
        supplier: 'Made in house',
        fundedUntil: 'days:-210',
        maintenanceStaff: 0.5,
        monitoringStaff: 0.2,
      },
      safety: { riskLevel: 'high', ...done },
      regulatory: { route: 'in-house', aiActRole: 'both', aiActTier: 'high-risk' },
      explainability: {
        explanation: ['shap'],
        userTested: 'yes',
        audience: ['Nurses', 'Physicians'],
      },
    },
    datasets: [],
    followed: { met: ['F3', 'U4', 'T1', 'T4', 'R2'], partly: ['G1'], 'not-met': [] },
  },
];
