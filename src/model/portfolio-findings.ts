import type { CivilDate } from '../kernel/civil-date.ts';
import type { ClientSummary, EarlierBuild, Wanting, Who } from './portfolio-client.ts';
import type { PortfolioTrend } from './trend.ts';

/** One client as the portfolio sees it. */
export interface PortfolioClient {
  /** Its folder. */
  readonly id: string;
  readonly name: string;
  /** What is known of it; null where its findings could not be made, with the reason in `trouble`. */
  readonly summary: ClientSummary | null;
  readonly trouble: string | null;
  /** What can be done about it. */
  readonly cure: string | null;
  /** As its engagement says, also where nothing else is known of it. */
  readonly renewsOn: CivilDate | null;
  /** Until the renewal, from the day of the report; null where no day is told. */
  readonly daysLeft: number | null;
  /** The newest build of an earlier day that its store keeps. */
  readonly before: EarlierBuild | null;
}

/** One export that would answer what is missing or has run out, and at whom. */
export interface ExportOffer {
  readonly source: string;
  readonly product: string;
  readonly title: string;
  readonly obtain: string;
  /** Exports of the same tool that would bring evidence for exactly the same, by their titles. */
  readonly alternatives: readonly string[];
  /** A register that anybody can fill; every other export comes only from those who have the tool. */
  readonly anybody: boolean;
  /** Of clients of which another export of the same tool was read, or that need no tool: each gap is a practice of a client. */
  readonly gaps: number;
  readonly clients: number;
  /** Of clients of which nobody knows whether they have the tool. */
  readonly gapsElsewhere: number;
  readonly clientsElsewhere: number;
  /** The basis: by client, which practices. */
  readonly basis: readonly { readonly client: string; readonly practices: readonly string[] }[];
}

/** What somebody has to bring, over all clients. */
export interface OwnerLoad {
  readonly who: Who | null;
  /** Of one client, where the party is the client's own. */
  readonly client: string | null;
  readonly wanting: readonly (Wanting & { readonly client: string; readonly renewsOn: CivilDate | null })[];
}

/** Evidence that a tool in use would answer, by tool. */
export interface ToolLoad {
  readonly product: string;
  readonly missing: number;
  readonly stale: number;
  readonly clients: number;
}

/** A practice that the provider does or proves, and for which it showed nothing current. */
export interface ProviderDuty {
  readonly practice: string;
  readonly title: string;
  readonly severity: Wanting['severity'];
  readonly clients: readonly string[];
  readonly missing: number;
  readonly stale: number;
}

/** The one value that every form of the portfolio report is a function of. */
export interface PortfolioFindings {
  readonly name: string;
  /** The day of the report: renewals are counted from it. */
  readonly today: CivilDate;
  readonly brand: { readonly organisation: string; readonly colour?: string | undefined };
  /** By the day of renewal: those to come, those past, those without one. */
  readonly clients: readonly PortfolioClient[];
  /** The best first. */
  readonly exports: readonly ExportOffer[];
  readonly owners: readonly OwnerLoad[];
  readonly tools: readonly ToolLoad[];
  readonly duties: readonly ProviderDuty[];
  /** How the portfolio stood quarter by quarter, by framework, as the stores of its clients keep it. */
  readonly quarters: readonly { readonly framework: string; readonly title: string; readonly points: PortfolioTrend }[];
  /** Of the portfolio as a whole: identifiers that tell nobody apart. */
  readonly warnings: readonly string[];
}
