import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { productionPackages, sbom } from '../../scripts/sbom.mjs';
import { FILES, ROOT } from './house.ts';

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly hasInstallScript?: boolean;
        readonly dev?: boolean;
        readonly resolved?: string;
        readonly integrity?: string;
      }
    >
  >;
}

const lock: Lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
const manifest: {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const packages = productionPackages(lock);

/** Licences that let anybody use, change and pass on, with a notice at most. */
const PERMISSIVE = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  '0BSD',
  'MIT AND OFL-1.1',
];

describe('what is shipped with us', () => {
  it('is at most 90 packages', () => {
    expect(packages.length).toBeGreaterThan(20);
    expect(packages.length).toBeLessThanOrEqual(90);
  });

  it('has a permissive licence each', () => {
    expect(
      packages
        .filter(({ license }) => !PERMISSIVE.includes(license ?? ''))
        .map(({ name, license }) => `${name}: ${license}`),
    ).toEqual([]);
  });

  it('needs no script at its installation, and is known by its hash', () => {
    const of = (path: string) => lock.packages[path];
    expect(packages.filter(({ path }) => of(path)?.hasInstallScript).map(({ name }) => name)).toEqual([]);
    expect(packages.filter(({ path }) => !of(path)?.integrity?.startsWith('sha512-')).map(({ name }) => name)).toEqual(
      [],
    );
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });

  it('is asked for by exact versions', () => {
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('is used: no package is asked for that nothing imports', () => {
    const used = new Set(FILES.flatMap(({ imports }) => imports.filter((each) => each.package).map(({ to }) => to)));
    const apart = readFileSync(join(ROOT, 'bin/read-pdf.mjs'), 'utf8');
    const texts = [...FILES.map(({ text }) => text), apart].join('\n');
    // Fonts are resolved by name, not imported.
    const idle = Object.keys(manifest.dependencies).filter(
      (name) => !used.has(name) && !texts.includes(name.replace(/\/.*/, '/')),
    );
    expect(idle).toEqual([]);
  });

  it('stands in the bill of materials, one component each', () => {
    const { components } = sbom(lock);
    expect(components.map(({ name }) => name)).toEqual(packages.map(({ name }) => name));
    expect(components.map(({ purl }) => purl)).toContain('pkg:npm/%40date-fns/tz@1.5.0');
    expect(JSON.stringify(sbom(lock))).toBe(JSON.stringify(sbom(lock)));
  });
});
