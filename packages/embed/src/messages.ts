import { english as aroundInstrument, type InstrumentMessages } from '@waymark/elements';
import type { ShippedInstrument } from '@waymark/model';

/** What `<waymark-check-in>` says to the person and to staff; replace it to translate. */
export type CheckInMessages = InstrumentMessages & {
  readonly about: (items: number, minutes: number, program: string) => string;
  readonly yourChoice: string;
  readonly whatHappens: (program: string) => string;
  readonly needHelp: string;
  readonly start: string;
  readonly details: string;
  readonly wording: { readonly [status in ShippedInstrument['wordingStatus']]: string };
  readonly waiting: (count: number) => string;
  readonly setAside: (count: number) => string;
  readonly tryAgain: string;
  readonly thanks: string;
  readonly delivered: (program: string) => string;
  readonly onDevice: string;
  readonly inTab: string;
  readonly refused: (program: string) => string;
  readonly notKept: string;
  readonly notKeptHelp: string;
  readonly tried: (times: number) => string;
  readonly goOn: string;
  readonly loading: string;
  readonly noAnswer: string;
  readonly notReady: string;
  readonly forStaff: string;
};

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const checkIns = (count: number) => `${counted(count, 'check-in')} ${count === 1 ? 'is' : 'are'}`;

/** The plain English words of a check-in; the default. */
export const english: CheckInMessages = {
  ...aroundInstrument,
  about: (items, minutes, program) =>
    `${counted(items, 'question')}, about ${counted(minutes, 'minute')}. Your answers help ${program} learn how people are doing.`,
  yourChoice: 'It is your choice. You can skip a question or stop at any time.',
  whatHappens: (program) =>
    `When you finish, your answers are sealed, kept on this device and sent to ${program} under a code, not your name.`,
  needHelp:
    'Nobody reads them right away. If you need help now, please reach out. In the US, call or text 988.',
  start: 'Start',
  details: 'About this check-in',
  wording: {
    official: 'Wording: from the publisher',
    own: 'Wording: our own words',
    compared: 'Wording: compared with a published copy',
    recalled: 'Wording: recalled, not yet compared with a published copy',
  },
  waiting: (count) => `${checkIns(count)} waiting on this device to be sent.`,
  setAside: (count) => `${checkIns(count)} set aside on this device (for staff)`,
  tryAgain: 'Try again',
  thanks: 'Thank you',
  delivered: (program) => `Your answers have been delivered to ${program}.`,
  onDevice:
    'Your answers are waiting on this device. They are sealed. You can close this page. They will be sent once it is open and online.',
  inTab:
    'Your answers are waiting on this device, in this tab only. Please keep it open until they are sent.',
  refused: (program) =>
    `Your answers are set aside on this device. They are sealed, but ${program} could not take them. Please tell staff.`,
  notKept: 'Your answers are not saved yet',
  notKeptHelp:
    'This device could not store them. Please keep this tab open and try again, or tell staff.',
  tried: (times) => `Tried ${times} times.`,
  goOn: 'Go on',
  loading: 'Loading',
  noAnswer: 'The collector did not answer. Please try again when online.',
  notReady: 'This check-in is not ready yet',
  forStaff: 'For staff:',
};
