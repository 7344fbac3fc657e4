/** Tables of the tasks wing. */
export interface TaskTables {}
