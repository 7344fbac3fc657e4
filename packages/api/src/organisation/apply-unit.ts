import { unitStep } from './unit-step.ts'

export const applyUnit = unitStep('organisation.apply-unit')
