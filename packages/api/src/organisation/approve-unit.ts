import { unitStep } from './unit-step.ts'

export const approveUnit = unitStep('organisation.approve-unit')
