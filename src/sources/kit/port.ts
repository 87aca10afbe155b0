/** `443/tcp`; a finding of the whole host has no port, and scanners write 0 for it. */
export function portOf(port: number | undefined, protocol: string | undefined): string | undefined {
  return port === undefined || port === 0 ? undefined : `${port}/${protocol?.toLowerCase() ?? '?'}`;
}
