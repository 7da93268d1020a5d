import type { Wording } from './wording.ts';

export const spanish: Wording = {
  title: 'Preparación de enfermería para la IA',
  description:
    'Nueve afirmaciones breves sobre lo que usted sabe y piensa de la inteligencia artificial (IA) en su trabajo. No hay respuestas correctas ni incorrectas.',
  items: {
    'nai-1': 'Las herramientas de IA pueden quitarme papeleo rutinario.',
    'nai-2':
      'La IA puede ayudar a planificar los turnos y a repartir el trabajo de forma más justa.',
    'nai-3':
      'Las herramientas de IA pueden integrarse en el trabajo diario de mi equipo sin entorpecerlo.',
    'nai-4': 'Entiendo lo que la IA puede y no puede hacer en enfermería.',
    'nai-5': 'La IA apoyará al personal de enfermería en lugar de sustituirlo.',
    'nai-6': 'La IA puede ayudarme a notar antes que un paciente está empeorando.',
    'nai-7': 'La IA puede ayudarme a tomar mejores decisiones sobre el cuidado de los pacientes.',
    'nai-8':
      'La IA puede hacer que los cuidados sean más seguros, por ejemplo, al avisar de errores de medicación.',
    'nai-9':
      'Cuando el personal de enfermería usa bien la IA, los pacientes reciben mejores cuidados.',
  },
  options: {
    1: 'Totalmente en desacuerdo',
    2: 'En desacuerdo',
    3: 'Ni de acuerdo ni en desacuerdo',
    4: 'De acuerdo',
    5: 'Totalmente de acuerdo',
  },
  pages: {
    'everyday-work': {
      title: 'Su trabajo diario',
      hint: 'La inteligencia artificial (IA) son programas informáticos que aprenden de los datos: por ejemplo, redactan borradores de notas, ayudan a planificar turnos o avisan pronto de que un paciente está empeorando.',
    },
    team: {
      title: 'Usted y su equipo',
      hint: 'Responda pensando en el lugar donde trabaja actualmente.',
    },
    patients: { title: 'Sus pacientes', hint: 'Piense en los pacientes a los que suele atender.' },
  },
  scales: {
    total: 'Preparación total',
    'operations-workforce': 'Organización y personal',
    'clinical-benefit': 'Beneficio clínico',
  },
};
