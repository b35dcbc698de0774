const counted = (count, one, more) => `${count} ${count === 1 ? one : more}`;
const checkIns = (count) => counted(count, 'cuestionario', 'cuestionarios');

/** The words of a check-in in Spanish: set them as the `messages` of a `<waymark-check-in>`. */
export const messages = {
  language: 'es',
  position: (number, of) => `Pregunta ${number} de ${of}`,
  back: 'Atrás',
  next: 'Siguiente',
  finish: 'Terminar',
  preferNotToSay: 'Prefiero no decirlo',
  wholeNumber: (minimum, maximum) => `Escriba un número entero de ${minimum} a ${maximum}`,
  outOfRange: (minimum, maximum) =>
    `Escriba un número entero de ${minimum} a ${maximum}, o déjelo vacío.`,
  blank: (button) =>
    `Puede responder a esta pregunta ahora, o pulsar ${button} otra vez para omitirla.`,
  about: (items, minutes, program) =>
    `${counted(items, 'pregunta', 'preguntas')}, alrededor de ${counted(minutes, 'minuto', 'minutos')}. Sus respuestas ayudan a ${program} a saber cómo están las personas.`,
  yourChoice: 'Usted decide. Puede omitir una pregunta o dejarlo en cualquier momento.',
  whatHappens: (program) =>
    `Al terminar, sus respuestas se sellan, se guardan en este dispositivo y se envían a ${program} con un código, no con su nombre.`,
  needHelp:
    'Nadie las lee en el momento. Si necesita ayuda ahora, pídala, por favor. En EE. UU., llame al 988 y oprima el 2.',
  start: 'Empezar',
  details: 'Sobre este cuestionario',
  wording: {
    official: 'Texto: del editor',
    own: 'Texto: propio',
    compared: 'Texto: comparado con una copia publicada',
    recalled: 'Texto: de memoria, aún no comparado con una copia publicada',
  },
  waiting: (count) =>
    `En este dispositivo ${count === 1 ? 'espera' : 'esperan'} ${checkIns(count)} por enviar.`,
  setAside: (count) => `${checkIns(count)} en este dispositivo sin entregar (para el personal)`,
  tryAgain: 'Intentar de nuevo',
  thanks: 'Gracias',
  delivered: (program) => `Sus respuestas se han entregado a ${program}.`,
  onDevice:
    'Sus respuestas esperan en este dispositivo. Están selladas. Puede cerrar esta página. Se enviarán cuando esté abierta y con conexión.',
  inTab:
    'Sus respuestas esperan en este dispositivo, solo en esta pestaña. Por favor, manténgala abierta hasta que se envíen.',
  refused: (program) =>
    `Sus respuestas quedan aparte en este dispositivo. Están selladas, pero ${program} no pudo recibirlas. Por favor, avise al personal.`,
  notKept: 'Sus respuestas aún no están guardadas',
  notKeptHelp:
    'Este dispositivo no pudo guardarlas. Por favor, mantenga abierta esta pestaña e inténtelo de nuevo, o avise al personal.',
  tried: (times) => `Se ha intentado ${times} veces.`,
  goOn: 'Continuar',
  loading: 'Cargando',
  noAnswer: 'El servidor no respondió. Por favor, inténtelo de nuevo cuando haya conexión.',
  notReady: 'Este cuestionario aún no está listo',
  forStaff: 'Para el personal:',
};
