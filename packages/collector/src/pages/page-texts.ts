import { timepointName } from '@waymark/model';

/** The words of the check-in page for staff, and how it names a time with the program. */
export type PageTexts = {
  readonly lang: string;
  readonly title: (program: string) => string;
  readonly about: string;
  readonly instrument: string;
  readonly attended: string;
  readonly attendedHint: string;
  readonly attendedYes: string;
  readonly timepoint: string;
  readonly timepointName: (timepoint: string) => string;
  readonly participant: string;
  readonly participantHint: string;
  readonly participantForm: string;
  readonly key: string;
  readonly keyHint: string;
  readonly keyForm: string;
  readonly start: string;
  readonly again: string;
  readonly noScript: string;
  readonly recalled: string;
  readonly none: string;
  readonly languages: string;
};

const en: PageTexts = {
  lang: 'en',
  title: (program) => `Check-in for ${program}`,
  about: "Choose what to ask, type the person's code, and hand over the device.",
  instrument: 'Questionnaire',
  attended: 'Someone is there',
  attendedHint:
    'An answer to this questionnaire can tell of danger. If nobody can be there, choose another one, such as the PHQ-8 in place of the PHQ-9.',
  attendedYes: 'Someone stays with the person, or reads the answers the same day',
  timepoint: 'When',
  timepointName: (timepoint) => capitalised(timepointName(timepoint)),
  participant: 'Code of the person who answers',
  participantHint: '4 to 20 capitals, digits or hyphens. Never a name or an e-mail address.',
  participantForm: '4 to 20 letters, digits or hyphens',
  key: 'Program key',
  keyHint: 'The long line that begins with wm1. The link that came with it fills this in.',
  keyForm: 'wm1. and two parts',
  start: 'Start',
  again: 'Start another check-in',
  noScript: 'This page needs JavaScript.',
  recalled: 'wording recalled, not compared with the original',
  none: 'There is no questionnaire here in this language yet.',
  languages: 'Language',
};

const es: PageTexts = {
  lang: 'es',
  title: (program) => `Cuestionario para ${program}`,
  about: 'Elija qué preguntar, escriba el código de la persona y entréguele el dispositivo.',
  instrument: 'Cuestionario',
  attended: 'Compañía',
  attendedHint:
    'Una respuesta a este cuestionario puede indicar un peligro. Si nadie puede estar presente, elija otro, como el PHQ-8 en lugar del PHQ-9.',
  attendedYes: 'Alguien acompaña a la persona, o lee las respuestas el mismo día',
  timepoint: 'Cuándo',
  timepointName: (timepoint) =>
    timepoint === 'baseline' ? 'Al inicio' : `${Number.parseInt(timepoint, 10)} meses`,
  participant: 'Código de la persona que responde',
  participantHint:
    'De 4 a 20 mayúsculas, cifras o guiones. Nunca un nombre ni una dirección de correo.',
  participantForm: 'de 4 a 20 letras, cifras o guiones',
  key: 'Clave del programa',
  keyHint: 'La línea larga que empieza por wm1. El enlace que la acompañaba la rellena sola.',
  keyForm: 'wm1. y dos partes',
  start: 'Empezar',
  again: 'Empezar otro cuestionario',
  noScript: 'Esta página necesita JavaScript.',
  recalled: 'texto de memoria, no comparado con el original',
  none: 'Todavía no hay ningún cuestionario en este idioma.',
  languages: 'Idioma',
};

/** The words for staff in the language of what is asked, or in English where there are none. */
export function pageTexts(language: string): PageTexts {
  return language.split('-')[0] === 'es' ? es : en;
}

/** A language by its own name, such as "Español"; its tag when it has none that is known. */
export function languageName(language: string): string {
  try {
    return capitalised(new Intl.DisplayNames([language], { type: 'language' }).of(language)!);
  } catch (error) {
    // A tag may have the form of one and still be none, such as es-1a.
    if (error instanceof RangeError) return language;
    throw error;
  }
}

function capitalised(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
