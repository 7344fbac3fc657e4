import { electionStep } from './election-step.ts'

export const conveneElection = electionStep('organisation.convene-election')
