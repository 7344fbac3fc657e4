import { z } from 'zod'

/**
 * Ids are UUIDv7 text made by the application (RFC 9562, section 5.7), lower case.
 * The brand is kept at run time as well (`meta().brand`), so that tests can find every id in a procedure's schema.
 */
export function idSchema<const Brand extends string>(brand: Brand) {
  return z.uuid().brand<Brand>().meta({ brand })
}

export const PersonId = idSchema('PersonId')
export type PersonId = z.infer<typeof PersonId>

export const UnitId = idSchema('UnitId')
export type UnitId = z.infer<typeof UnitId>

export const AccountId = idSchema('AccountId')
export type AccountId = z.infer<typeof AccountId>

export const SessionId = idSchema('SessionId')
export type SessionId = z.infer<typeof SessionId>

export const RoleGrantId = idSchema('RoleGrantId')
export type RoleGrantId = z.infer<typeof RoleGrantId>

export const FileId = idSchema('FileId')
export type FileId = z.infer<typeof FileId>
