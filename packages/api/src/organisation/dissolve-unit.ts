import { unitStep } from './unit-step.ts'

export const dissolveUnit = unitStep('organisation.dissolve-unit')
