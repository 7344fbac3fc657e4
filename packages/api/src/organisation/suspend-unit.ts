import { unitStep } from './unit-step.ts'

export const suspendUnit = unitStep('organisation.suspend-unit')
