import { unitStep } from './unit-step.ts'

export const activateUnit = unitStep('organisation.activate-unit')
