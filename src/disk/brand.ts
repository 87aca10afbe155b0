import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { readYaml, tellProblems } from '../kernel/yaml.ts';
import { BrandFile } from '../model/brand-file.ts';
import type { Brand } from '../model/document.ts';
import type { Engagement } from '../model/engagement.ts';
import { fontsIn } from './fonts/brand-fonts.ts';
import { plainPath } from './plain-path.ts';
import { readSvg } from './svg/index.ts';
import { errno, onDisk } from './trouble.ts';

type Own = Engagement['brand'];

/** What a provider's brand.yml says goes for all its clients; what the engagement says itself goes before it. */
export async function withBrandFile(folder: string, engagement: Engagement): Promise<Engagement> {
  const { from, ...own } = engagement.brand;
  if (from === undefined) return engagement;
  const path = plainPath(from);
  const { value, problems } = readYaml(await textOf(folder, path), path, BrandFile);
  if (value === undefined)
    throw wrong(
      path,
      tellProblems(problems, () => ''),
    );
  return { ...engagement, brand: { ...brandIn(value, path), ...own, from: path } };
}

async function textOf(folder: string, path: string): Promise<string> {
  try {
    return (await readFile(join(folder, path), 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    if (errno(error) === 'ENOENT') throw wrong(path, 'there is no such file');
    return onDisk(path, () => Promise.reject(error));
  }
}

function wrong(path: string, why: string) {
  return failure(diagnostic('brand-file-wrong', { path, why: why.replace(/\.$/, '') }));
}

function brandIn(file: BrandFile, path: string): Omit<Own, 'from'> {
  const { meta, color, defaults, typography } = file;
  const fonts = fontsIn(typography, path);
  const name = typeof meta?.name === 'string' ? meta.name : (meta?.name?.full ?? meta?.name?.short);
  const primary = color?.primary;
  const colour = primary === undefined ? undefined : (color?.palette?.[primary] ?? primary);
  const logo = logoIn(file.logo);
  if (logo !== undefined && /^[a-z]+:\/\//i.test(logo)) throw wrong(path, `the logo is on the network: ${logo}`);
  return {
    ...defaults?.proofpack,
    ...(name === undefined ? {} : { organisation: name }),
    ...(colour === undefined ? {} : { colour }),
    ...(fonts === undefined ? {} : { fonts }),
    // Paths in it are seen from where it lies.
    ...(logo === undefined ? {} : { logo: posix.join(posix.dirname(path), plainPath(logo)) }),
  };
}

/** The largest that there is, for light grounds: it stands on white. */
function logoIn(logo: BrandFile['logo']): string | undefined {
  if (logo === undefined || typeof logo === 'string') return logo;
  const sized = logo.large ?? logo.medium ?? logo.small;
  const resource = typeof sized === 'object' && !('path' in sized) ? (sized['light'] ?? sized['dark']) : sized;
  const named = typeof resource === 'string' ? (logo.images?.[resource] ?? resource) : resource;
  const path = typeof named === 'string' ? named : (named as { readonly path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : undefined;
}

/** The logo of the engagement's brand, told by its content and not by its name. */
export async function readLogo(folder: string, engagement: Engagement): Promise<Brand['logo'] | undefined> {
  const { logo } = engagement.brand;
  if (logo === undefined) return undefined;
  const bytes = await onDisk(logo, () => readFile(join(folder, logo)));
  if (bytes.subarray(0, 4).toString('latin1') === '\u0089PNG') return { bytes, format: 'png' };
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return { bytes, format: 'jpeg' };
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (!/^\s*<[\s\S]*?svg[\s>]/.test(text.slice(0, 4096)))
    throw failure(diagnostic('logo-unknown-format', { path: logo }));
  const drawing = readSvg(text);
  if (typeof drawing === 'string') throw failure(diagnostic('logo-not-drawn', { path: logo, why: drawing }));
  return drawing;
}
