import { defineSource } from '../intake/contract.ts';
import { producedBy } from './kit/produced.ts';
import { firstDated } from './kit/times.ts';

export default defineSource({
  product: 'CycloneDX (Syft, Trivy, cdxgen and others)',
  title: 'Software bill of materials (JSON)',
  kinds: ['asset'],
  obtain: 'syft <image or folder> -o cyclonedx-json > sbom.json',
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
          runAt: document.text('metadata.timestamp'),
        }),
      item: (component, file) => {
        const name = component.text('name');
        if (name === undefined) return { reject: 'a component without a name' };
        const identity = component.text('purl');
        return {
          kind: 'asset',
          strength: 'C',
          observed: firstDated(file.document.time('metadata.timestamp'), file.asStated),
          name,
          type: component.text('type') === 'device' ? 'device' : 'software',
          osVersion: component.text('version'),
          location: file.document.text('metadata.component.name'),
          status: 'unknown',
          aliases: identity === undefined ? [] : [identity],
        };
      },
    },
  ],
});
