import { parentPort, workerData } from 'node:worker_threads'
import { verifyForeignDigest } from '../passwords/foreign/foreign-digest.ts'

const { digest, password }: { digest: string; password: string } = workerData

parentPort?.postMessage(await verifyForeignDigest(digest, password))
