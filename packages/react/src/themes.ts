export { foyer, lobby, velvet } from '@usher/components/themes'
