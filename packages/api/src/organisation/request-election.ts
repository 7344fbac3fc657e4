import { electionStep } from './election-step.ts'

export const requestElection = electionStep('organisation.request-election')
