import { unitStep } from './unit-step.ts'

export const rejectUnit = unitStep('organisation.reject-unit')
