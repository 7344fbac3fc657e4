import type {
  AccountId,
  Duty,
  FileId,
  Instant,
  Language,
  PersonId,
  RoleGrant,
  RoleGrantId,
  SessionId,
} from '@dangjian/domain/access'
import type { FileTable } from '@dangjian/db/access/tables'
import type { Storage } from '@dangjian/db/connection/storage'

/** A role worn for this request, at one unit. */
export interface HeldGrant extends RoleGrant {
  readonly unitName: string
}

/** Who asks. */
export interface Actor {
  readonly accountId: AccountId
  readonly personId: PersonId
  readonly personName: string
  readonly sessionId: SessionId
  /** All roles held today. */
  readonly grants: readonly HeldGrant[]
  /** The one worn for this request; null for somebody who is a learner only. */
  readonly grant: HeldGrant | null
  /** What the account owes before it may act; null for almost everybody. */
  readonly duty: Duty | null
}

export interface DemoAccount {
  readonly username: string
  readonly password: string
  readonly name: string
  /** What the account is there to show, in both languages. */
  readonly purpose: Readonly<Record<Language, string>>
  readonly door: 'admin' | 'school'
}

/** What a procedure may use of the process it runs in. */
export interface Services {
  readonly storage: Storage
  readonly clock: () => Instant
  /** A new UUIDv7. */
  readonly newId: () => string
  readonly passwords: {
    hash(password: string): Promise<string>
    verify(hash: string, password: string): Promise<boolean>
    /** What tells whether a list of leaked passwords holds one, in lower case. */
    leaked(): Promise<(password: string) => boolean>
  }
  /** Counts an attempt and says whether it is one too many; `retryAfter` in seconds. */
  readonly throttle: (bucket: string, limit: { tries: number; windowMs: number }) => { retryAfter: number } | null
  readonly files: {
    /** The whole content of a stored file, for importers; refuses what is larger than `limit` bytes. */
    read(file: Pick<FileTable, 'sha256' | 'size'>, limit: number): Promise<Uint8Array>
    /** Stores content made by the system itself (a certificate, an export). */
    write(content: Uint8Array): Promise<{ sha256: string; size: number }>
  }
  /** Signs bytes with the installation's Ed25519 key; `keyId` names it. */
  readonly signer: {
    readonly keyId: string
    sign(content: string): string
    verify(content: string, signature: string, keyId: string): boolean
  }
  /** Seals and digests with a key of the installation; `about` binds what is sealed to what it belongs to. */
  readonly secrets: {
    seal(content: string, about: string): string
    open(sealed: string, about: string): string
    digest(content: string, about: string): string
  }
  /** Whether administrative roles must sign in with a second factor. */
  readonly secondFactorRequired: boolean
  readonly sessionPolicy: { readonly idleMs: number; readonly absoluteMs: number }
  /** Accounts shown on the sign-in page; null outside demo mode. */
  readonly demo: readonly DemoAccount[] | null
  /** Called when a commit left events in the outbox. */
  readonly outboxFilled: () => void
  readonly log: (level: 'info' | 'warn' | 'error', message: string, detail?: Record<string, unknown>) => void
}

/** One request. */
export interface Context extends Services {
  readonly actor: Actor | null
  /** Whoever asks brought a session that has ended. */
  readonly sessionEnded: boolean
  readonly idempotencyKey: string | null
  /** The client's address, for throttling and the log of sign-ins. */
  readonly address: string
  /** A few words about the client's device, for the person's own list of sessions. */
  readonly device: string
  /** Sets or clears the session's cookie on the answer. */
  readonly setSessionToken: (token: string | null, maxAgeMs: number) => void
  /** Sets a header on the answer. */
  readonly setHeader: (name: string, value: string) => void
}

export type { FileId, RoleGrantId }
