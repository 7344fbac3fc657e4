/** Tables of the training wing. */
export interface TrainingTables {}
