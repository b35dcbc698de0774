import { sealSuite, type Envelope } from '@waymark/model';

/** One submission in the outbox, sealed, and how its delivery has gone so far. */
export type Entry = {
  readonly envelope: Envelope;
  /** The collector's address, `https://collect.example.org`. */
  readonly collector: string;
  /** The program's write-only key; it reads nothing back. */
  readonly writeToken: string;
  /** When it was kept, in milliseconds since 1970. */
  readonly keptAt: number;
  /** How often delivery has been tried without the collector taking it. */
  readonly tries: number;
  /** Not to be tried before then, in milliseconds since 1970. */
  readonly nextTryAt: number;
  /** Why it was set aside, such as `409` or `422 answers.sc1 must be number`; null while it waits. */
  readonly refused: string | null;
  /** Why the last try failed though it still waits, `no answer` or `503`; null when nothing failed. */
  readonly lastFault: string | null;
};

/** What is handed to an outbox to keep. */
export type Kept = Pick<Entry, 'envelope' | 'collector' | 'writeToken'>;

/** A submission that has just been handed in; a TypeError when it could never be delivered. */
export function freshEntry({ envelope, collector, writeToken }: Kept, now: number): Entry {
  if (!/^https?:\/\/[^\s?#@]+$/.test(collector) || !/^[\w-]+$/.test(writeToken))
    throw new TypeError('keep requires an http(s) collector and a write token');
  const nothingYet = { tries: 0, refused: null, lastFault: null };
  return { envelope, collector, writeToken, keptAt: now, nextTryAt: now, ...nothingYet };
}

const texts = (value: object, names: readonly string[]) =>
  names.every((name) => typeof (value as Record<string, unknown>)[name] === 'string');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether a record from the store is an entry; other scripts and torn disks write there too. */
export function isEntry(key: string, record: unknown): record is Entry {
  if (!isObject(record) || !isObject(record['envelope'])) return false;
  const { envelope, refused, lastFault } = record;
  return (
    envelope['id'] === key &&
    envelope['suite'] === sealSuite &&
    texts({ ...envelope, ...record }, ['sealed', 'collector', 'writeToken']) &&
    ['keptAt', 'tries', 'nextTryAt'].every((name) => Number.isFinite(record[name])) &&
    [refused, lastFault].every((reason) => reason === null || typeof reason === 'string')
  );
}

/** What is listed in place of a record nobody can read: it stays where it is, set aside. */
export function unreadableEntry(id: string): Entry {
  return {
    envelope: { suite: sealSuite, id, program: '', keyId: '', enc: '', sealed: '' },
    collector: '',
    writeToken: '',
    keptAt: 0,
    tries: 0,
    nextTryAt: 0,
    refused: 'unreadable record',
    lastFault: null,
  };
}
