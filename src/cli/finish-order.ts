import { isAbsolute, join } from 'node:path';
import type { FinishOrder } from '../client/index.ts';
import { readPortfolio } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { passwordFor } from './encrypt.ts';
import { signingKeyText } from './handle-keys.ts';
import { pdfKeyText } from './pdf-key.ts';
import type { Terminal } from './terminal.ts';
import type { Given } from './verb.ts';

/** How the packages of a portfolio are finished: as the command line says, else as its `build` does. Every secret is asked for once. */
export async function finishOrder(given: Given, terminal: Terminal, folder: string): Promise<FinishOrder> {
  const { build } = await readPortfolio(folder);
  const fromHere = (path: string | undefined) => (path === undefined || isAbsolute(path) ? path : join(folder, path));
  const sign = given.text('sign') ?? fromHere(build.sign);
  const signPdf = given.text('signPdf') ?? fromHere(build.signPdf);
  const asked = given.texts('encrypt');
  const encrypt = asked.length > 0 ? asked : (build.encrypt ?? []);
  return {
    sign: sign === undefined ? undefined : await signingKeyText(sign, given, terminal),
    signPdf: signPdf === undefined ? undefined : await pdfKeyText(signPdf, given, terminal),
    timestamp: given.text('timestamp') ?? build.timestamp,
    encrypt,
    password: await passwordFor(encrypt, given, terminal),
    slides: given.flag('pptx') || build.pptx === true,
    replace: given.flag('force'),
  };
}

/** Of what is said on the command line. */
const FLAGS = ['sign', 'signPdf', 'timestamp', 'encrypt', 'pptx'] as const;

/** Who puts clients on a queue builds none: keys and passwords never pass through it. */
export function refuseFinishing(given: Given): void {
  const flag = FLAGS.find((name) => given.flag(name) || given.texts(name).length > 0);
  if (flag === undefined) return;
  const word = `--${flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw failure(diagnostic('queue-finishes-elsewhere', { flag: word }));
}
