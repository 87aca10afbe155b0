import { basename, join } from 'node:path';
import { pack, verifyPackage } from '../bundle/index.ts';
import { keepCommitments, materialsOf } from '../client/index.ts';
import { refuseTaken, saveOutput, savePackage } from '../disk/index.ts';
import { proveNoSecretWritten } from '../leaks.ts';
import type { AnswerRow } from '../model/answer-map.ts';
import { planEdition } from '../pipeline.ts';
import { answerTable, neededTable } from '../questionnaire/index.ts';
import type { JudgedForAnswers } from './answer-findings.ts';
import { csv } from './table.ts';
import type { Terminal } from './terminal.ts';

export interface AnswerOutputs {
  readonly path: string;
  /** Of the answered file. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly rows: readonly AnswerRow[];
  readonly judged: JudgedForAnswers;
  readonly output: string;
}

/** The answered file under its own name, the answer map, what people have to answer, and the package that the answers cite. */
export async function saveAnswers(
  { path, name, bytes, rows, judged, output }: AnswerOutputs,
  { force, terminal }: { readonly force: boolean; readonly terminal: Terminal },
): Promise<readonly string[]> {
  const { guarded, withheld: words } = judged;
  const texts = rows.flatMap(({ written }) => written.map(({ text: said }) => said));
  proveNoSecretWritten({ file: name, texts, words, sightings: guarded.sightings });
  const request = { ...judged, ...guarded, edition: 'customer' as const, materials: await materialsOf(judged) };
  const planned = await planEdition(request, (file) => terminal.progress(`package: ${file}`));
  const packagePath = join(output, `${planned.value.name}.zip`);
  const text = (content: string) => new TextEncoder().encode(content);
  const tableText = ({ head, rows: lines }: ReturnType<typeof answerTable>) => text(`${csv(head, lines)}\n`);
  const map = { schema: 'proofpack.answers/1', file: basename(path), package: basename(packagePath), questions: rows };
  const files: readonly (readonly [string, Uint8Array])[] = [
    [join(output, name), bytes],
    [join(output, 'answer-map.csv'), tableText(answerTable(rows))],
    [join(output, 'answer-map.json'), text(`${JSON.stringify(map, null, 2)}\n`)],
    [join(output, 'needs-a-person.csv'), tableText(neededTable(rows))],
  ];
  await refuseTaken(
    files.map(([target]) => target),
    { replace: force },
  );
  for (const [target, content] of files) await saveOutput(target, content, { replace: force });
  const check = async (back: Uint8Array) => (await verifyPackage(back)).holds;
  await savePackage({
    bytes: await pack(planned.value),
    path: packagePath,
    replace: force ? 'anything' : 'packages',
    check,
  });
  await keepCommitments(judged, guarded);
  return [...files.map(([target]) => target), packagePath];
}
