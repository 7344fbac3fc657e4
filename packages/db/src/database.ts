import type { Kysely } from 'kysely'
import type { AccessTables } from './access/tables.ts'
import type { OrganisationTables } from './organisation/tables.ts'
import type { TaskTables } from './tasks/tables.ts'
import type { TrainingTables } from './training/tables.ts'

/** Every table there is, by wing. Names are camelCase here and snake_case in the database (`connection/names.ts`). */
export interface Database extends AccessTables, OrganisationTables, TaskTables, TrainingTables {}

/** A database to ask, or the transaction one is in. Stores take either. */
export type Db = Kysely<Database>
