import { unitStep } from './unit-step.ts'

export const decideUnit = unitStep('organisation.decide-unit')
