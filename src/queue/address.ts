import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';

/** Where a queue is and how it is entered. */
export interface QueueAddress {
  readonly host: string;
  readonly port: number;
  /** The number of the database. */
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
  readonly encrypted: boolean;
  /** For people: never with a password. */
  readonly where: string;
}

export interface AddressSaid {
  readonly text: string;
  /** Arguments can be read by every process of the machine, the environment only by its owner's. */
  readonly by: 'argument' | 'environment';
  readonly password?: string | undefined;
}

const PORT = 6379;

export function queueAddress({ text, by, password }: AddressSaid): QueueAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const wrong =
    url === undefined ||
    !/^rediss?:$/.test(url.protocol) ||
    url.hostname === '' ||
    !/^(\/\d{0,3})?$/.test(url.pathname) ||
    url.search !== '' ||
    url.hash !== '';
  if (wrong) throw failure(diagnostic('queue-address-wrong', { address: text.replace(/:[^:@/]*@/, ':…@') }));
  if (url.password !== '' && by === 'argument') {
    throw failure(diagnostic('queue-address-holds-password', { host: url.host }));
  }
  const [db, port] = [Number(url.pathname.slice(1)), url.port === '' ? PORT : Number(url.port)];
  const secret = password ?? decodeURIComponent(url.password);
  return {
    // An address of six parts stands in brackets in a URL and nowhere else.
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port,
    db,
    ...(url.username === '' ? {} : { username: decodeURIComponent(url.username) }),
    ...(secret === '' ? {} : { password: secret }),
    encrypted: url.protocol === 'rediss:',
    where: `${url.protocol}//${url.hostname}:${port}/${db}`,
  };
}
