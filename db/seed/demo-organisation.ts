import type { LocalText } from '#surveys/model/languages.ts';
import type { MemberRole } from '../schema/membership.ts';

export const demoSlug = 'riverside-demo';
export const demoLinkCode = 'demo-nurses';

export const demoOrganisation = {
  name: 'Riverside Health (demo)',
  contact: 'involvement@riverside.example',
};

/** `people` per wave and language; the last site stays below the minimum cell size on purpose. */
export const demoSites = [
  {
    name: 'North Hospital',
    country: 'KZ',
    level: 0.1,
    change: 0.25,
    people: { en: 96, kk: 92, ru: 88 },
  },
  {
    name: 'Harbour Clinic',
    country: 'KZ',
    level: -0.15,
    change: 0.35,
    people: { en: 78, kk: 72, ru: 74 },
  },
  {
    name: 'Lakeside Hospital',
    country: 'KZ',
    level: 0,
    change: 0,
    people: { en: 61, kk: 58, ru: 66 },
  },
  {
    name: 'Hill Practice',
    country: 'KZ',
    level: 0.2,
    change: 0.1,
    people: { en: 7, kk: 0, ru: 0 },
  },
] as const;

export const demoPeople: { role: MemberRole; name: string; site?: string }[] = [
  { role: 'administrator', name: 'Aigerim Admin' },
  { role: 'researcher', name: 'Robin Researcher' },
  { role: 'translator', name: 'Tamar Translator' },
  { role: 'facilitator', name: 'Farid Facilitator' },
  { role: 'moderator', name: 'Mina Moderator' },
  { role: 'model-owner', name: 'Oleg Owner' },
  { role: 'safety-officer', name: 'Sofía Safety' },
  { role: 'board-chair', name: 'Carla Chair' },
  { role: 'secretary', name: 'Sami Secretary' },
  { role: 'board-member', name: 'Bela Board', site: 'North Hospital' },
  { role: 'lay-member', name: 'Lena Lay' },
  { role: 'data-custodian', name: 'Dana Custodian' },
  { role: 'auditor', name: 'Arman Auditor' },
];

export const demoStudyTitle: LocalText = {
  en: 'Nurses and AI: how ready are we? (demo)',
  kk: 'Мейіргерлер және ЖИ: қаншалықты дайынбыз? (демо)',
  ru: 'Медсёстры и ИИ: насколько мы готовы? (демо)',
  de: 'Pflege und KI: Wie bereit sind wir? (Demo)',
  es: 'Enfermería e IA: ¿estamos preparados? (demo)',
  ar: 'التمريض والذكاء الاصطناعي: ما مدى استعدادنا؟ (تجريبي)',
  zh: '护理与人工智能：我们准备好了吗？（演示）',
};
