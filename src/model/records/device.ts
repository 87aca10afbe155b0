import type { Observed } from '../observed.ts';

export type DeviceRole = 'workstation' | 'server' | 'domain-controller' | 'mobile' | 'network' | 'other';

/** An agent on a device. Present is not protecting: see `mode`, `healthy`, `policyApplied`, `lastSeen`. */
export interface EndpointProtection {
  readonly device: string;
  readonly serial?: string;
  readonly aliases?: readonly string[];
  readonly product: string;
  readonly agentVersion?: string;
  readonly mode: 'block' | 'detect' | 'off' | 'unknown';
  readonly healthy?: boolean;
  readonly lastSeen?: Observed;
  readonly policyApplied?: boolean;
  readonly tamperProtected?: boolean;
  readonly activeThreats?: number;
  readonly role?: DeviceRole;
  readonly duplicate?: boolean;
}

export interface DeviceCompliance {
  readonly device: string;
  readonly serial?: string;
  readonly owner?: string;
  readonly ownership?: 'company' | 'personal' | 'unknown';
  readonly os?: string;
  readonly osVersion?: string;
  readonly encrypted?: boolean;
  readonly compliant?: boolean;
  readonly managed?: boolean;
  readonly lastSync?: Observed;
  readonly reasons?: readonly string[];
  readonly role?: DeviceRole;
}

export interface Asset {
  readonly name: string;
  readonly assetTag?: string;
  readonly type: 'device' | 'software' | 'service' | 'data' | 'network' | 'other';
  readonly role?: DeviceRole;
  readonly serial?: string;
  readonly os?: string;
  readonly osVersion?: string;
  readonly owner?: string;
  readonly location?: string;
  readonly status: 'in-use' | 'spare' | 'retired' | 'lost' | 'unknown';
  readonly lastSeen?: Observed;
  readonly supportEnds?: Observed;
  readonly aliases?: readonly string[];
  readonly critical?: boolean;
  readonly holdsSensitiveData?: boolean;
}
