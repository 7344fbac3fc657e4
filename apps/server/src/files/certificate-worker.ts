import { parentPort, workerData } from 'node:worker_threads'
import { certificatePdf, type CertificateOnPaper } from '@dangjian/formats/training/certificate-pdf'

const { certificate, address } = workerData as { certificate: CertificateOnPaper; address: string }
parentPort?.postMessage(await certificatePdf(certificate, address))
