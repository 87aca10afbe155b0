import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { perFile } from './kit/per-file.ts';
import { producedBy } from './kit/produced.ts';
import { firstDated } from './kit/times.ts';

/** The metadata of the XML form stands before its components. */
const bills = perFile<{ made: Observed | undefined; of: string | undefined }>(() => ({
  made: undefined,
  of: undefined,
}));

export default defineSource({
  product: 'CycloneDX (Syft, Trivy, cdxgen and others)',
  title: 'Software bill of materials (CycloneDX JSON or XML)',
  kinds: ['asset'],
  obtain:
    'syft <image or folder> -o cyclonedx-json > sbom.json; trivy image --format cyclonedx --output sbom.json IMAGE',
  proves: 'Which software components were found in one image, folder or application at a stated time.',
  cannotProve: 'That they are free of known weaknesses, or what else is installed.',
  reads: [
    {
      shape: 'json',
      items: 'components',
      document: { bomFormat: 'CycloneDX', specVersion: true },
      required: ['name', 'type'],
      produced: ({ document }) =>
        producedBy({
          tool: document.text('metadata.tools.components.name') ?? document.text('metadata.tools.name'),
          version: document.text('metadata.tools.components.version') ?? document.text('metadata.tools.version'),
          ran: document.time('metadata.timestamp'),
        }),
      item: (component, file) =>
        told(
          component,
          file.document.text('metadata.component.name'),
          stampOf(file, file.document.time('metadata.timestamp')),
        ),
    },
    {
      shape: 'xml',
      root: 'bom',
      required: ['components', 'component'],
      elements: ['metadata', 'component'],
      element: (element, file, name) => {
        const bill = bills(file);
        if (name === 'component') return told(element, bill.of, stampOf(file, bill.made), '@type');
        bill.made = element.time('timestamp');
        bill.of = element.text('component/name');
        return undefined;
      },
    },
  ],
});

function stampOf(file: FileContext, made: Observed | undefined): Observed {
  return made === undefined ? file.asStated : firstDated(made, file.asStated);
}

function told(component: Fields, location: string | undefined, observed: Observed, type = 'type'): Yield {
  const name = component.text('name');
  if (name === undefined) return { reject: 'a component without a name' };
  const identity = component.text('purl');
  return {
    kind: 'asset',
    strength: 'C',
    observed,
    name,
    type: component.text(type) === 'device' ? 'device' : 'software',
    osVersion: component.text('version'),
    location,
    status: 'unknown',
    aliases: identity === undefined ? [] : [identity],
  };
}
