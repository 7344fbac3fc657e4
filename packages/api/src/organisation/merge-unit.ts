import { unitStep } from './unit-step.ts'

export const mergeUnit = unitStep('organisation.merge-unit')
