import type { Pattern } from './pattern.ts';

/** Keys of clouds and of services that developers call, known by their own marks. */
export const CLOUD_PATTERNS: readonly Pattern[] = [
  {
    kind: 'aws-secret-key',
    near: ['secret'],
    pattern: /aws.{0,20}secret.{0,20}[^A-Za-z0-9/+=]([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/gi,
    holds: mixed,
  },
  {
    kind: 'aws-session-token',
    near: ['fwogzxivyxdz', 'iqojb3jpz2lu'],
    pattern: /\b(?:FwoGZXIvYXdz|IQoJb3JpZ2lu)[A-Za-z0-9/+=]{40,4000}/g,
  },
  {
    kind: 'azure-storage-key',
    near: ['accountkey=', 'sharedaccesskey='],
    pattern: /\b(?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{42,86}={1,2})/g,
  },
  { kind: 'azure-sas', near: ['sig='], pattern: /[?&;]sig=([A-Za-z0-9%+/]{43,60}(?:%3D|=){0,2})/g },
  {
    kind: 'entra-client-secret',
    near: ['q~'],
    pattern: /(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~-])/g,
  },
  { kind: 'google-api-key', near: ['aiza'], pattern: /\bAIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/g },
  {
    kind: 'google-oauth-secret',
    near: ['gocspx-', '1//0', 'ya29.'],
    pattern: /\bGOCSPX-[A-Za-z0-9_-]{28}|\b1\/\/0[A-Za-z0-9_-]{40,120}|\bya29\.[A-Za-z0-9_-]{40,400}/g,
  },
  {
    kind: 'github-token',
    near: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    pattern: /\bgh[pousr]_[A-Za-z0-9]{36,255}|\bgithub_pat_[A-Za-z0-9_]{22,255}/g,
  },
  {
    kind: 'gitlab-token',
    near: ['glpat-', 'gldt-', 'glrt-', 'glptt-'],
    pattern: /\bgl(?:pat|dt|rt|ptt)-[A-Za-z0-9_.-]{20,60}/g,
  },
  {
    kind: 'slack-token',
    near: ['xox', 'xapp-'],
    pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,250}|\bxapp-\d-[A-Za-z0-9-]{10,250}/g,
  },
  {
    kind: 'webhook-address',
    near: ['hooks.slack.com', 'webhook.office', 'discord', 'logic.azure.com', 'hooks.zapier.com'],
    pattern:
      /https:\/\/(?:hooks\.slack\.com\/(?:services|workflows)\/[A-Za-z0-9/_-]{20,200}|[a-z0-9.-]{0,60}webhook\.office(?:365)?\.com\/[A-Za-z0-9@/_-]{20,300}|discord(?:app)?\.com\/api\/webhooks\/\d{10,20}\/[A-Za-z0-9_-]{20,120}|hooks\.zapier\.com\/hooks\/[A-Za-z0-9/]{10,100}|[a-z0-9.-]{1,80}\.logic\.azure\.com[^\s"'<>]{20,400})/g,
  },
  {
    kind: 'payment-api-key',
    near: ['_live_', '_test_', 'whsec_', 'sq0'],
    pattern:
      /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,120}|\bwhsec_[A-Za-z0-9]{24,64}|\bsq0(?:atp|csp)-[A-Za-z0-9_-]{22,60}/g,
  },
  {
    kind: 'mail-api-key',
    near: ['sg.', 'key-', '-us', 'xkeysib-'],
    pattern:
      /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}|\bkey-[0-9a-f]{32}\b|\b[0-9a-f]{32}-us\d{1,2}\b|\bxkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}/g,
  },
  {
    kind: 'package-registry-token',
    near: ['npm_', 'pypi-', 'rubygems_', 'dckr_pat_', 'oy2'],
    pattern:
      /\bnpm_[A-Za-z0-9]{36}\b|\bpypi-[A-Za-z0-9_-]{50,250}|\brubygems_[0-9a-f]{48}\b|\bdckr_pat_[A-Za-z0-9_-]{27}|\boy2[a-z0-9]{43}\b/g,
  },
  {
    kind: 'ai-api-key',
    near: ['sk-', 'hf_'],
    pattern: /\bsk-(?:ant-|proj-|svcacct-)[A-Za-z0-9_-]{20,250}|\bsk-[A-Za-z0-9]{48}\b|\bhf_[A-Za-z0-9]{34}\b/g,
  },
  {
    kind: 'cloud-api-token',
    near: ['dop_v1_', 'doo_v1_', 'tskey-', 'lin_api_', 'pat-', 'dapi', 'nrak-', 'shpat_'],
    pattern:
      /\bdo[op]_v1_[0-9a-f]{64}\b|\btskey-[a-z]{3,12}-[A-Za-z0-9-]{20,80}|\blin_api_[A-Za-z0-9]{40}\b|\bpat-[a-z]{2}\d-[0-9a-f-]{36}\b|\bdapi[0-9a-f]{32}\b|\bNRAK-[A-Z0-9]{27}\b|\bshpat_[0-9a-f]{32}\b/g,
  },
  {
    kind: 'vault-token',
    near: ['hvs.', 'hvb.', 'age-secret-key-', 'ops_ey'],
    pattern: /\bhv[sb]\.[A-Za-z0-9_-]{24,250}|\bAGE-SECRET-KEY-1[A-Z0-9]{58}|\bops_eyJ[A-Za-z0-9_-]{100,4000}/g,
  },
  {
    kind: 'identity-provider-token',
    near: ['ssws', 'okta'],
    pattern:
      /\bSSWS\s{1,4}([A-Za-z0-9_-]{30,60})|\bokta[\w .-]{0,20}["']?\s{0,4}[:=,]\s{0,4}["']?(00[A-Za-z0-9_-]{40})(?![A-Za-z0-9_-])/gi,
  },
  {
    kind: 'json-web-token',
    near: ['eyj'],
    pattern:
      /\beyJ[A-Za-z0-9_-]{8,2000}\.(?:eyJ[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{10,2000}|[A-Za-z0-9_-]{0,2000}\.[A-Za-z0-9_-]{8,200}\.[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{8,200})/g,
  },
];

function mixed(value: string): boolean {
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);
}
