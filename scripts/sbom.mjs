// What is in a release: a CycloneDX 1.5 bill of materials from package-lock.json alone, so that the same lock gives the same bytes.
// node scripts/sbom.mjs prints it; the build writes it to dist/sbom.cdx.json.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Licences that their package says elsewhere than in its package.json, with where. */
const SAID_ELSEWHERE = { 'png-js': { license: 'MIT', where: 'LICENSE of the package' } };

/** Every package that is installed with ours, as a user gets it: optional ones too, those for development not. */
export function productionPackages(lock) {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional)
    .map(([path, entry]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const license = entry.license ?? SAID_ELSEWHERE[name]?.license ?? null;
      return {
        path,
        name,
        version: entry.version,
        license,
        integrity: entry.integrity,
        optional: entry.optional === true,
      };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function sbom(lock) {
  const { name, version, license } = lock.packages[''];
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'pre-build' }],
      component: {
        type: 'application',
        'bom-ref': `${name}@${version}`,
        name,
        version,
        ...licences(license),
        purl: purl(name, version),
      },
    },
    components: productionPackages(lock).map(componentOf),
  };
}

function componentOf({ path, name, version, license, integrity, optional }) {
  return {
    type: 'library',
    'bom-ref': path,
    name,
    version,
    scope: optional ? 'optional' : 'required',
    ...licences(license),
    purl: purl(name, version),
    ...(integrity === undefined ? {} : { hashes: [hashOf(integrity)] }),
  };
}

function licences(expression) {
  if (!expression) return {};
  const several = / (AND|OR|WITH) /.test(expression);
  return { licenses: [several ? { expression } : { license: { id: expression } }] };
}

function purl(name, version) {
  return `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;
}

/** `sha512-…` in base64, as npm checks it, in the hexadecimal digits of CycloneDX. */
function hashOf(integrity) {
  const [algorithm, digest] = integrity.split('-');
  return {
    alg: algorithm.toUpperCase().replace('SHA', 'SHA-'),
    content: Buffer.from(digest, 'base64').toString('hex'),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
  console.log(JSON.stringify(sbom(lock), null, 2));
}
