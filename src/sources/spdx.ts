import { defineSource } from '../intake/contract.ts';
import { producedBy } from './kit/produced.ts';
import { firstDated } from './kit/times.ts';

export default defineSource({
  product: 'SPDX (Syft, Trivy, GitHub and others)',
  title: 'Software bill of materials (SPDX 2 JSON)',
  kinds: ['asset'],
  obtain: 'syft <image or folder> -o spdx-json > sbom.spdx.json; GitHub > Insights > Dependency graph > Export SBOM',
  proves: 'Which software components were found in one image, folder or repository at a stated time.',
  cannotProve: 'That they are free of known weaknesses, or what else is installed.',
  reads: [
    {
      shape: 'json',
      // GitHub's interface wraps the document.
      items: ['packages', 'sbom.packages'],
      required: ['SPDXID', 'name'],
      where: { SPDXID: /^SPDXRef-/ },
      item: (found, file) => {
        const name = found.text('name');
        if (name === undefined) return { reject: 'a package without a name' };
        const made = firstDated(
          file.document.time('creationInfo.created'),
          file.document.time('sbom.creationInfo.created'),
          file.asStated,
        );
        const identity = found
          .children('externalRefs')
          .find((reference) => reference.text('referenceType') === 'purl')
          ?.text('referenceLocator');
        return {
          kind: 'asset',
          strength: 'C',
          observed: made,
          name,
          type: 'software',
          osVersion: found.text('versionInfo'),
          location: file.document.text('name') ?? file.document.text('sbom.name'),
          status: 'unknown',
          aliases: identity === undefined ? [] : [identity],
        };
      },
      produced: ({ document }) =>
        producedBy({
          tool: (
            document.texts('creationInfo.creators')[0] ?? document.texts('sbom.creationInfo.creators')[0]
          )?.replace(/^Tool:\s*/, ''),
          ran: firstDated(document.time('creationInfo.created'), document.time('sbom.creationInfo.created')),
        }),
    },
  ],
});
