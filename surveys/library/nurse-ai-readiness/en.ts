import type { Wording } from './wording.ts';

export const english: Wording = {
  title: 'Nurse AI Readiness',
  description:
    'Nine short statements about what you know and think about artificial intelligence (AI) in your work. There are no right or wrong answers.',
  items: {
    'nai-1': 'AI tools can take routine paperwork off my hands.',
    'nai-2': 'AI can help to plan shifts and share out work more fairly.',
    'nai-3': 'AI tools can fit into my team’s daily work without disrupting it.',
    'nai-4': 'I understand what AI can and cannot do in nursing.',
    'nai-5': 'AI will support nurses rather than replace them.',
    'nai-6': 'AI can help me to notice earlier that a patient is getting worse.',
    'nai-7': 'AI can help me to make better decisions about patient care.',
    'nai-8': 'AI can make care safer, for example by warning of medication errors.',
    'nai-9': 'When nurses use AI well, patients get better care.',
  },
  easyRead: {
    'nai-1': 'AI can do some of my paperwork.',
    'nai-2': 'AI can help to plan our shifts in a fair way.',
    'nai-3': 'AI can fit in with how my team works.',
    'nai-4': 'I know what AI can do in nursing. I also know what AI cannot do.',
    'nai-5': 'AI will help nurses. AI will not take their jobs.',
    'nai-6': 'AI can help me to see sooner that a patient is getting worse.',
    'nai-7': 'AI can help me to make better choices about care.',
    'nai-8': 'AI can make care safer. For example, AI can warn me about a wrong medicine.',
    'nai-9': 'Patients get better care when nurses use AI well.',
  },
  options: {
    1: 'Strongly disagree',
    2: 'Disagree',
    3: 'Neither agree nor disagree',
    4: 'Agree',
    5: 'Strongly agree',
  },
  pages: {
    'everyday-work': {
      title: 'Your everyday work',
      hint: 'Artificial intelligence (AI) means computer programs that learn from data: they draft notes, for example, help to plan shifts, or warn early that a patient is getting worse.',
    },
    team: { title: 'You and your team', hint: 'Please answer for the place where you work now.' },
    patients: {
      title: 'Your patients',
      hint: 'Please think of the patients you usually care for.',
    },
  },
  scales: {
    total: 'Readiness, total',
    'operations-workforce': 'Operations and workforce',
    'clinical-benefit': 'Clinical benefit',
  },
};
