import type { Wording } from './wording.ts';

export const german: Wording = {
  title: 'KI-Bereitschaft in der Pflege',
  description:
    'Neun kurze Aussagen dazu, was Sie über künstliche Intelligenz (KI) in Ihrer Arbeit wissen und denken. Es gibt keine richtigen oder falschen Antworten.',
  items: {
    'nai-1': 'KI-Anwendungen können mir routinemäßige Schreibarbeit abnehmen.',
    'nai-2': 'KI kann helfen, Dienste zu planen und die Arbeit gerechter zu verteilen.',
    'nai-3':
      'KI-Anwendungen können sich in den Arbeitsalltag meines Teams einfügen, ohne ihn zu stören.',
    'nai-4': 'Ich verstehe, was KI in der Pflege leisten kann und was nicht.',
    'nai-5': 'KI wird Pflegefachpersonen unterstützen und nicht ersetzen.',
    'nai-6':
      'KI kann mir helfen, früher zu bemerken, dass sich der Zustand einer Patientin oder eines Patienten verschlechtert.',
    'nai-7': 'KI kann mir helfen, in der Pflege bessere Entscheidungen zu treffen.',
    'nai-8':
      'KI kann die Pflege sicherer machen, zum Beispiel durch Warnungen vor Medikationsfehlern.',
    'nai-9':
      'Wenn Pflegefachpersonen KI gut einsetzen, werden Patientinnen und Patienten besser versorgt.',
  },
  options: {
    1: 'Stimme überhaupt nicht zu',
    2: 'Stimme nicht zu',
    3: 'Weder noch',
    4: 'Stimme zu',
    5: 'Stimme voll und ganz zu',
  },
  pages: {
    'everyday-work': {
      title: 'Ihr Arbeitsalltag',
      hint: 'Mit künstlicher Intelligenz (KI) sind Computerprogramme gemeint, die aus Daten lernen: Sie entwerfen zum Beispiel Dokumentationstexte, helfen bei der Dienstplanung oder warnen früh, wenn sich der Zustand einer Patientin oder eines Patienten verschlechtert.',
    },
    team: {
      title: 'Sie und Ihr Team',
      hint: 'Bitte denken Sie an den Ort, an dem Sie zurzeit arbeiten.',
    },
    patients: {
      title: 'Ihre Patientinnen und Patienten',
      hint: 'Bitte denken Sie an die Menschen, die Sie üblicherweise pflegen.',
    },
  },
  scales: {
    total: 'Bereitschaft insgesamt',
    'operations-workforce': 'Arbeitsabläufe und Personal',
    'clinical-benefit': 'Klinischer Nutzen',
  },
};
